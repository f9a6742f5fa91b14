"""The commands of LaTeX that stand for one sign or one word, and what is shown for them. Plain data."""

from __future__ import annotations


def _pairs(words: str) -> dict[str, str]:
    names = words.split()
    return dict(zip(names[::2], names[1::2], strict=True))


GREEK = _pairs(
    "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ "
    "nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω "
    "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω"
)
SIGNS = _pairs(
    "sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ partial ∂ nabla ∇ infty ∞ hbar ħ ell ℓ Re ℜ Im ℑ "
    "aleph ℵ emptyset ∅ varnothing ∅ angle ∠ degree ° prime ′ dagger † star ⋆ ast ∗ circ ∘ bullet • cdot · cdots ⋯ ldots … "
    "dots … vdots ⋮ ddots ⋱ pm ± mp ∓ times × div ÷ oplus ⊕ otimes ⊗ odot ⊙ setminus ∖ cup ∪ cap ∩ wedge ∧ land ∧ vee ∨ lor ∨ "
    "neg ¬ lnot ¬ forall ∀ exists ∃ nexists ∄ in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ leq ≤ le ≤ geq ≥ ge ≥ "
    "neq ≠ ne ≠ ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ perp ⊥ parallel ∥ mid ∣ vdash ⊢ models ⊨ top ⊤ bot ⊥ "
    "to → rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⇒ iff ⇔ mapsto ↦ "
    "longrightarrow ⟶ uparrow ↑ downarrow ↓ therefore ∴ because ∵ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ "
    "vert | Vert ‖ lvert | rvert | lVert ‖ rVert ‖ lbrace { rbrace } backslash \\ checkmark ✓ square □ blacksquare ■ qed ∎"
)
NAMES = frozenset(
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp lim limsup liminf max min sup inf arg argmax "
    "argmin det dim ker deg gcd lcm Pr mod tr rank sgn diag".split()
)
"""Functions that are written as their own names."""
SPACES = {
    ",": "\u2009", ":": "\u2005", ";": "\u2005", ">": "\u2005", " ": " ", "!": "", "quad": "\u2003", "qquad": "\u2003\u2003",
    "enspace": "\u2002", "thinspace": "\u2009",
}  # fmt: skip
NOTHING = frozenset(
    "left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr limits nolimits displaystyle textstyle".split()
)
"""Commands that only tell sizes and places."""
ACCENTS = {
    "bar": "\u0304", "overline": "\u0305", "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303",
    "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308", "underline": "\u0332",
}  # fmt: skip
"""Signs that are written over or under the letter before them."""
DOUBLE = dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True))
"""Letters of the sets of numbers."""
