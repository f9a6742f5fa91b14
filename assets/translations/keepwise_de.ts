<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name></name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>, pinned</source>
        <translation>, angeheftet</translation>
    </message>
    <message>
        <source>A copy of all memories and chats while you do nothing, and before importing and erasing everything.</source>
        <translation>Eine Kopie aller Erinnerungen und Chats, während du nichts tust, und vor dem Importieren und dem Löschen von allem.</translation>
    </message>
    <message>
        <source>A few words to find it by</source>
        <translation>Ein paar Worte, um es wiederzufinden</translation>
    </message>
    <message>
        <source>A file is still being read. Send when it is there, or remove it</source>
        <translation>Eine Datei wird noch gelesen. Sende, wenn sie da ist, oder entferne sie</translation>
    </message>
    <message>
        <source>A good start on most computers: answers questions, uses its notes and learns from you.</source>
        <translation>Ein guter Anfang auf den meisten Computern: beantwortet Fragen, nutzt seine Notizen und lernt von dir.</translation>
    </message>
    <message>
        <source>A key of the whole desktop</source>
        <translation>Eine Taste des ganzen Schreibtischs</translation>
    </message>
    <message>
        <source>A language model is still missing</source>
        <translation>Ein Sprachmodell fehlt noch</translation>
    </message>
    <message>
        <source>A model is a file that talks. This computer has {total} of memory, {free} of it free now; that decides which one runs well.</source>
        <translation>Ein Modell ist eine Datei, die spricht. Dieser Computer hat {total} Arbeitsspeicher, {free} davon sind gerade frei; das entscheidet, welches gut läuft.</translation>
    </message>
    <message>
        <source>A server on your network</source>
        <translation>Ein Server in deinem Netz</translation>
    </message>
    <message>
        <source>A temporary chat</source>
        <translation>Ein temporärer Chat</translation>
    </message>
    <message>
        <source>A temporary chat needs a language model too</source>
        <translation>Auch ein temporärer Chat braucht ein Sprachmodell</translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>A bis Z</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>Über dich</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept · reject · later</source>
        <translation>Annehmen · ablehnen · später</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a fact or event</source>
        <translation>Fakt oder Ereignis hinzufügen</translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation>Modelldatei hinzufügen</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>Modelldatei hinzufügen…</translation>
    </message>
    <message>
        <source>Add the first {one}</source>
        <translation>Ersten Eintrag hinzufügen: {one}</translation>
    </message>
    <message>
        <source>Add to {title}</source>
        <translation>Zu „{title}“ hinzufügen</translation>
    </message>
    <message>
        <source>Add {name} ({size})? A copy stays when the original goes; used where it lies it takes no further room.</source>
        <translation>{name} ({size}) hinzufügen? Eine Kopie bleibt, wenn das Original verschwindet; an Ort und Stelle benutzt braucht die Datei keinen weiteren Platz.</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Added to {name}</source>
        <translation>Zu {name} hinzugefügt</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message numerus="yes">
        <source>After {n} minutes</source>
        <comment>After {n} minute</comment>
        <translation>
            <numerusform>Nach {n} Minute</numerusform>
            <numerusform>Nach {n} Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>All as at first</source>
        <translation>Alle wie am Anfang</translation>
    </message>
    <message>
        <source>All keys as at first</source>
        <translation>Alle Tasten wie am Anfang</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>All of that is forgotten already.</source>
        <translation>All das ist schon vergessen.</translation>
    </message>
    <message>
        <source>All of that is pinned already.</source>
        <translation>All das ist schon angeheftet.</translation>
    </message>
    <message>
        <source>All of that is there already.</source>
        <translation>All das ist schon dort.</translation>
    </message>
    <message>
        <source>All reviewed</source>
        <translation>Alles geprüft</translation>
    </message>
    <message>
        <source>All stores</source>
        <translation>Alle Bereiche</translation>
    </message>
    <message>
        <source>All suggestions</source>
        <translation>Alle Vorschläge</translation>
    </message>
    <message>
        <source>All suggestions as a list</source>
        <translation>Alle Vorschläge als Liste</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>Auch genannt</translation>
    </message>
    <message>
        <source>Also called {also}</source>
        <translation>Auch genannt: {also}</translation>
    </message>
    <message numerus="yes">
        <source>Also forget {n} things learned there</source>
        <comment>Also forget {n} thing learned there</comment>
        <translation>
            <numerusform>Auch {n} dort Gelerntes vergessen</numerusform>
            <numerusform>Auch {n} dort gelernte Dinge vergessen</numerusform>
        </translation>
    </message>
    <message>
        <source>Always allow {matter}</source>
        <translation>{matter} immer erlauben</translation>
    </message>
    <message>
        <source>Always allow {title}</source>
        <translation>„{title}“ immer erlauben</translation>
    </message>
    <message>
        <source>Always given</source>
        <translation>Immer mitgegeben</translation>
    </message>
    <message>
        <source>Another chat is being answered; Enter asks afterwards</source>
        <translation>Ein anderer Chat wird gerade beantwortet; Enter fragt danach</translation>
    </message>
    <message>
        <source>Another name for it</source>
        <translation>Ein anderer Name dafür</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Noch einmal antworten</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Answers changed</source>
        <translation>Antworten geändert</translation>
    </message>
    <message>
        <source>Answers come from {host}: what you write is sent there. Click to choose a model on this computer</source>
        <translation>Antworten kommen von {host}: Was du schreibst, wird dorthin gesendet. Klicke, um ein Modell auf diesem Computer zu wählen</translation>
    </message>
    <message>
        <source>Any chat model in GGUF format. You can also drop the file here.</source>
        <translation>Jedes Chatmodell im GGUF-Format. Du kannst die Datei auch hierher ziehen.</translation>
    </message>
    <message>
        <source>Any origin</source>
        <translation>Jede Herkunft</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Archived ({archived})</source>
        <translation>Archiviert ({archived})</translation>
    </message>
    <message>
        <source>Archived · </source>
        <translation>Archiviert · </translation>
    </message>
    <message>
        <source>Archived “{title}”</source>
        <translation>„{title}“ archiviert</translation>
    </message>
    <message>
        <source>Around the window</source>
        <translation>Rund um das Fenster</translation>
    </message>
    <message>
        <source>Arrow keys move, Enter opens, E edits, Delete forgets, Space selects, P pins, Menu key for more</source>
        <translation>Pfeiltasten bewegen, Eingabe öffnet, E bearbeitet, Entf vergisst, Leertaste wählt aus, P heftet an, Menütaste für mehr</translation>
    </message>
    <message>
        <source>As before the restore</source>
        <translation>Wie vor der Wiederherstellung</translation>
    </message>
    <message>
        <source>As before: {words}</source>
        <translation>Wie vorher: {words}</translation>
    </message>
    <message>
        <source>As light as the starter, and trained for conversation.</source>
        <translation>So leicht wie das Startmodell, und für Gespräche trainiert.</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>So viele wie passen</translation>
    </message>
    <message>
        <source>As the model likes</source>
        <translation>Wie es das Modell mag</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>Frag, was du willst</translation>
    </message>
    <message>
        <source>Ask in the chat</source>
        <translation>Im Chat fragen</translation>
    </message>
    <message>
        <source>Ask me first</source>
        <translation>Mich erst fragen</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Frage nach…</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Assistant decides</source>
        <translation>Assistent entscheidet</translation>
    </message>
    <message>
        <source>At most {most} files go with one message</source>
        <translation>Höchstens {most} Dateien gehen mit einer Nachricht mit</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Automatic backups</source>
        <translation>Automatische Sicherungen</translation>
    </message>
    <message>
        <source>Automatic backups changed</source>
        <translation>Automatische Sicherungen geändert</translation>
    </message>
    <message>
        <source>Back (Ctrl+Z)</source>
        <translation>Zurück (Strg+Z)</translation>
    </message>
    <message>
        <source>Back to a model here</source>
        <translation>Zurück zu einem Modell hier</translation>
    </message>
    <message>
        <source>Back to everything learned</source>
        <translation>Zurück zu allem Gelernten</translation>
    </message>
    <message>
        <source>Back to the chats</source>
        <translation>Zurück zu den Chats</translation>
    </message>
    <message>
        <source>Back to the last one (Ctrl+Z)</source>
        <translation>Zurück zum vorigen (Strg+Z)</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>Zurück zu heute</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Backed up as {name}</source>
        <translation>Gesichert als {name}</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Backups to keep</source>
        <translation>Sicherungen behalten</translation>
    </message>
    <message>
        <source>Bad answer</source>
        <translation>Schlechte Antwort</translation>
    </message>
    <message>
        <source>Bad answer (your judgement)</source>
        <translation>Schlechte Antwort (dein Urteil)</translation>
    </message>
    <message>
        <source>Bad answer (your judgement: {reason})</source>
        <translation>Schlechte Antwort (dein Urteil: {reason})</translation>
    </message>
    <message>
        <source>Bad answer…</source>
        <translation>Schlechte Antwort…</translation>
    </message>
    <message>
        <source>Badly</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Because {reasons}</source>
        <translation>Weil: {reasons}</translation>
    </message>
    <message>
        <source>Because…</source>
        <translation>Weil…</translation>
    </message>
    <message>
        <source>Becomes, as of {date}</source>
        <translation>Wird, ab {date}</translation>
    </message>
    <message>
        <source>Before: {old}. After: {new}</source>
        <translation>Vorher: {old}. Nachher: {new}</translation>
    </message>
    <message>
        <source>Begin with a small model ({size}) while this one comes</source>
        <translation>Mit einem kleinen Modell ({size}) beginnen, während dieses kommt</translation>
    </message>
    <message>
        <source>Begin with a small model while this one comes</source>
        <translation>Mit einem kleinen Modell beginnen, während dieses kommt</translation>
    </message>
    <message>
        <source>Begin with an empty memory</source>
        <translation>Mit leerem Gedächtnis beginnen</translation>
    </message>
    <message>
        <source>Begin with: {text}</source>
        <translation>Beginnen mit: {text}</translation>
    </message>
    <message>
        <source>Between light and strong. Its licence is not open source: read it first.</source>
        <translation>Zwischen leicht und stark. Die Lizenz ist nicht quelloffen: Lies sie zuerst.</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Bin ({forgotten})</source>
        <translation>Papierkorb ({forgotten})</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Geburtstag</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Von selbst</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the change</source>
        <translation>Änderung abbrechen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Change the keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Change the last message</source>
        <translation>Letzte Nachricht ändern</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Passphrase ändern…</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Changed message</source>
        <translation>Geänderte Nachricht</translation>
    </message>
    <message>
        <source>Chat menu: rename, pin, delete</source>
        <translation>Chatmenü: umbenennen, anheften, löschen</translation>
    </message>
    <message>
        <source>Chat title</source>
        <translation>Titel des Chats</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Checking every byte…</source>
        <translation>Jedes Byte wird geprüft…</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Kinder</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Sicherung wählen</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Choose another backup…</source>
        <translation>Andere Sicherung wählen…</translation>
    </message>
    <message>
        <source>Choose at least {n} characters.</source>
        <translation>Wähle mindestens {n} Zeichen.</translation>
    </message>
    <message>
        <source>Choose at least {shortest} characters.</source>
        <translation>Wähle mindestens {shortest} Zeichen.</translation>
    </message>
    <message>
        <source>Choose something first.</source>
        <translation>Wähle zuerst etwas aus.</translation>
    </message>
    <message>
        <source>Choose with a click or Space</source>
        <translation>Wähle mit Klick oder Leertaste</translation>
    </message>
    <message>
        <source>Choose {title}</source>
        <translation>{title} wählen</translation>
    </message>
    <message>
        <source>Choose, fetch, add or delete the models.</source>
        <translation>Modelle wählen, holen, hinzufügen oder löschen.</translation>
    </message>
    <message>
        <source>Click for the models</source>
        <translation>Klick zeigt die Modelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close other programs first</source>
        <translation>Schließe erst andere Programme</translation>
    </message>
    <message>
        <source>Close suggestions</source>
        <translation>Vorschläge schließen</translation>
    </message>
    <message>
        <source>Close the keyboard sheet</source>
        <translation>Tastenübersicht schließen</translation>
    </message>
    <message>
        <source>Close the list (Esc)</source>
        <translation>Liste schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Suche schließen (Esc)</translation>
    </message>
    <message>
        <source>Close without a reason</source>
        <translation>Ohne Grund schließen</translation>
    </message>
    <message>
        <source>Close {title}</source>
        <translation>{title} zuklappen</translation>
    </message>
    <message>
        <source>Close “{title}” (Esc)</source>
        <translation>„{title}“ schließen (Esc)</translation>
    </message>
    <message>
        <source>Closing the window ends Keepwise</source>
        <translation>Das Fenster zu schließen beendet Keepwise</translation>
    </message>
    <message>
        <source>Closing the window leaves Keepwise in the tray</source>
        <translation>Keepwise bleibt in der Leiste, wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>Closing the window leaves Keepwise in the tray. Quit in its menu ends it.</source>
        <translation>Keepwise bleibt in der Leiste, wenn das Fenster geschlossen wird. „Beenden“ in seinem Menü beendet es.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Concluded from what you said</source>
        <translation>Geschlossen aus dem, was du gesagt hast</translation>
    </message>
    <message>
        <source>Confidence: {words}</source>
        <translation>Sicherheit: {words}</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinde…</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Context changed</source>
        <translation>Kontext geändert</translation>
    </message>
    <message>
        <source>Context used: {text}</source>
        <translation>Kontext benutzt: {text}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Continue the answer</source>
        <translation>Antwort fortsetzen</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation>Als Markdown kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Copy it in</source>
        <translation>Hineinkopieren</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Copy selected text</source>
        <translation>Markierten Text kopieren</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy the answer (Ctrl+Shift+C)</source>
        <translation>Antwort kopieren (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkles Design</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Day to look back to</source>
        <translation>Tag, auf den du zurückblickst</translation>
    </message>
    <message>
        <source>Day, if it happened on one: 2027-01-31</source>
        <translation>Tag, falls es an einem geschah: 2027-01-31</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Decided on {day}</source>
        <translation>Entschieden am {day}</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete folder, keep its chats</source>
        <translation>Ordner löschen, Chats behalten</translation>
    </message>
    <message>
        <source>Delete the old ones</source>
        <translation>Die alten löschen</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deleted the folder “{name}”; its chats are still here</source>
        <translation>Ordner „{name}“ gelöscht; seine Chats sind noch da</translation>
    </message>
    <message>
        <source>Deleted {title}{freed}</source>
        <translation>{title} gelöscht{freed}</translation>
    </message>
    <message>
        <source>Deleted “{title}”</source>
        <translation>„{title}“ gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>Deleted “{title}” and forgot {n} things learned there</source>
        <comment>Deleted “{title}” and forgot {n} thing learned there</comment>
        <translation>
            <numerusform>„{title}“ gelöscht und {n} dort Gelerntes vergessen</numerusform>
            <numerusform>„{title}“ gelöscht und {n} dort gelernte Dinge vergessen</numerusform>
        </translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>Beschreiben</translation>
    </message>
    <message>
        <source>Described</source>
        <translation>Beschrieben</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Details	Enter</source>
        <translation>Einzelheiten	Eingabe</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss the notice</source>
        <translation>Hinweis ausblenden</translation>
    </message>
    <message>
        <source>Do not add the file</source>
        <translation>Datei nicht hinzufügen</translation>
    </message>
    <message>
        <source>Do not erase</source>
        <translation>Nicht löschen</translation>
    </message>
    <message>
        <source>Do not save (R)</source>
        <translation>Nicht speichern (R)</translation>
    </message>
    <message>
        <source>Do not save what is asked (R)</source>
        <translation>Das Gefragte nicht speichern (R)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done: close suggestions</source>
        <translation>Fertig: Vorschläge schließen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download given up</source>
        <translation>Download aufgegeben</translation>
    </message>
    <message>
        <source>Download of {title}</source>
        <translation>Download von {title}</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>{size} herunterladen</translation>
    </message>
    <message>
        <source>Drawing of what {name} is linked to</source>
        <translation>Zeichnung dessen, womit {name} verbunden ist</translation>
    </message>
    <message>
        <source>Drop files to read them in this chat</source>
        <translation>Lass Dateien hier fallen, um sie in diesem Chat zu lesen</translation>
    </message>
    <message>
        <source>Earlier message</source>
        <translation>Frühere Nachricht</translation>
    </message>
    <message>
        <source>Earlier messages</source>
        <translation>Frühere Nachrichten</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>Frühere Fassung</translation>
    </message>
    <message>
        <source>Earlier version of the answer</source>
        <translation>Frühere Fassung der Antwort</translation>
    </message>
    <message>
        <source>Earlier version of the message</source>
        <translation>Frühere Fassung der Nachricht</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit	E</source>
        <translation>Bearbeiten	E</translation>
    </message>
    <message>
        <source>Edit before saving (E): {words}</source>
        <translation>Vor dem Speichern bearbeiten (E): {words}</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Edit · keep both · never suggest</source>
        <translation>Bearbeiten · beide behalten · nie vorschlagen</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Arbeitgeber</translation>
    </message>
    <message>
        <source>Empty bin</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Verschlüsseln</translation>
    </message>
    <message>
        <source>Encrypt the memory file…</source>
        <translation>Gedächtnisdatei verschlüsseln…</translation>
    </message>
    <message>
        <source>Encrypt them too</source>
        <translation>Auch verschlüsseln</translation>
    </message>
    <message>
        <source>Encrypting your memory…</source>
        <translation>Dein Gedächtnis wird verschlüsselt…</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>End selecting</source>
        <translation>Auswählen beenden</translation>
    </message>
    <message>
        <source>End the temporary chat</source>
        <translation>Temporären Chat beenden</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enter asks · Esc closes</source>
        <translation>Enter fragt · Esc schließt</translation>
    </message>
    <message>
        <source>Enter to send · Shift+Enter for a new line</source>
        <translation>Eingabe sendet · Umschalt+Eingabe für eine neue Zeile</translation>
    </message>
    <message>
        <source>Enter · Shift+Enter</source>
        <translation>Eingabe · Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>Erase all memories and chats for good?</source>
        <translation>Alle Erinnerungen und Chats endgültig löschen?</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Erases all memories and chats. This cannot be undone.</source>
        <translation>Löscht alle Erinnerungen und Chats. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Esc quits</source>
        <translation>Esc beendet</translation>
    </message>
    <message>
        <source>Esc stops and closes</source>
        <translation>Esc hält an und schließt</translation>
    </message>
    <message>
        <source>Esc to stop</source>
        <translation>Esc zum Anhalten</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Everything can be changed, forgotten or taken back, and learning can be paused at any time.</source>
        <translation>Alles lässt sich ändern, vergessen oder zurücknehmen, und das Lernen kannst du jederzeit anhalten.</translation>
    </message>
    <message>
        <source>Everything is as it was then. What is there now is copied first, so this can be undone.</source>
        <translation>Alles ist wieder wie damals. Was jetzt da ist, wird vorher kopiert; du kannst es also rückgängig machen.</translation>
    </message>
    <message>
        <source>Everything is forgotten</source>
        <translation>Alles ist vergessen</translation>
    </message>
    <message>
        <source>Everything learned</source>
        <translation>Alles Gelernte</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Exact gives the same answer every time; lively chooses its words more freely.</source>
        <translation>Genau gibt jedes Mal dieselbe Antwort; lebhaft wählt seine Worte freier.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export and import</source>
        <translation>Export und Import</translation>
    </message>
    <message>
        <source>Export chat</source>
        <translation>Chat exportieren</translation>
    </message>
    <message>
        <source>Export first…</source>
        <translation>Erst exportieren…</translation>
    </message>
    <message>
        <source>Export them first if you may want them again. Unless backups are off, one more is made before.</source>
        <translation>Exportiere sie vorher, wenn du sie vielleicht wieder brauchst. Falls Sicherungen nicht aus sind, wird vorher noch eine gemacht.</translation>
    </message>
    <message>
        <source>Exported to {name}</source>
        <translation>Exportiert nach {name}</translation>
    </message>
    <message>
        <source>Exports (*.json *.zip *.db *.sqlite);;All files (*)</source>
        <translation>Exporte (*.json *.zip *.db *.sqlite);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>F2 · Del</source>
        <translation>F2 · Entf</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Fakt</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Fair: a further word makes it strong.</source>
        <translation>Ganz gut: ein weiteres Wort macht sie stark.</translation>
    </message>
    <message>
        <source>Fetch or use the chosen model</source>
        <translation>Gewähltes Modell holen oder benutzen</translation>
    </message>
    <message>
        <source>Fetching {title}</source>
        <translation>Hole {title}</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>File {name}, {detail}</source>
        <translation>Datei {name}, {detail}</translation>
    </message>
    <message>
        <source>Files are read by a language model, and there is none yet</source>
        <translation>Dateien liest ein Sprachmodell, und noch gibt es keines</translation>
    </message>
    <message>
        <source>Files of your own</source>
        <translation>Eigene Dateien</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>In diesem Chat suchen</translation>
    </message>
    <message>
        <source>Find: next · previous</source>
        <translation>Suche: weiter · zurück</translation>
    </message>
    <message>
        <source>Finds memories by their meaning. Needed for learning. English above all.</source>
        <translation>Findet Erinnerungen nach ihrer Bedeutung. Zum Lernen nötig. Vor allem Englisch.</translation>
    </message>
    <message>
        <source>Fits well</source>
        <translation>Passt gut</translation>
    </message>
    <message>
        <source>Folder name</source>
        <translation>Name des Ordners</translation>
    </message>
    <message numerus="yes">
        <source>Folder {name}, {n} chats, {state}</source>
        <comment>Folder {name}, {n} chat, {state}</comment>
        <translation>
            <numerusform>Ordner {name}, {n} Chat, {state}</numerusform>
            <numerusform>Ordner {name}, {n} Chats, {state}</numerusform>
        </translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>For computers with little memory. Chats simply, and keeps what you say in your own words.</source>
        <translation>Für Computer mit wenig Speicher. Plaudert einfach und behält, was du sagst, in deinen eigenen Worten.</translation>
    </message>
    <message>
        <source>For example: answer briefly, and explain technical words.</source>
        <translation>Zum Beispiel: Antworte kurz und erkläre Fachwörter.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget	Del</source>
        <translation>Vergessen	Entf</translation>
    </message>
    <message>
        <source>Forget all of it</source>
        <translation>Alles davon vergessen</translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>Alles vergessen…</translation>
    </message>
    <message>
        <source>Forget for good</source>
        <translation>Endgültig vergessen</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message numerus="yes">
        <source>Forget the {n} items that are ticked</source>
        <comment>Forget the {n} item that are ticked</comment>
        <translation>
            <numerusform>Den {n} angehakten Eintrag vergessen</numerusform>
            <numerusform>Die {n} angehakten Einträge vergessen</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget what is selected</source>
        <translation>Ausgewähltes vergessen</translation>
    </message>
    <message>
        <source>Forget what is ticked for good</source>
        <translation>Angehaktes endgültig vergessen</translation>
    </message>
    <message>
        <source>Forget {gone}</source>
        <translation>{gone} vergessen</translation>
    </message>
    <message numerus="yes">
        <source>Forget {n} items</source>
        <comment>Forget {n} item</comment>
        <translation>
            <numerusform>{n} Eintrag vergessen</numerusform>
            <numerusform>{n} Einträge vergessen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forget {n} items for good?</source>
        <comment>Forget {n} item for good?</comment>
        <translation>
            <numerusform>{n} Eintrag endgültig vergessen?</numerusform>
            <numerusform>{n} Einträge endgültig vergessen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget {topic}?</source>
        <translation>{topic} vergessen?</translation>
    </message>
    <message>
        <source>Forget: {sentence}</source>
        <translation>Vergessen: {sentence}</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forgotten since</source>
        <translation>Seither vergessen</translation>
    </message>
    <message>
        <source>Forgotten: {text}</source>
        <translation>Vergessen: {text}</translation>
    </message>
    <message>
        <source>Forgotten: {words}</source>
        <translation>Vergessen: {words}</translation>
    </message>
    <message>
        <source>From message to message · its menu</source>
        <translation>Von Nachricht zu Nachricht · ihr Menü</translation>
    </message>
    <message>
        <source>From now on what you write is sent to {address} and leaves this computer.</source>
        <translation>Von nun an wird, was du schreibst, an {address} gesendet und verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>From now on {matter} is saved without asking</source>
        <translation>Von nun an wird ohne Nachfrage gespeichert: {matter}</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Go back to a backup</source>
        <translation>Zu einer Sicherung zurückgehen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go on learning</source>
        <translation>Weiter lernen</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Going on…</source>
        <translation>Es geht weiter…</translation>
    </message>
    <message>
        <source>Good answer</source>
        <translation>Gute Antwort</translation>
    </message>
    <message>
        <source>Good answer (your judgement)</source>
        <translation>Gute Antwort (dein Urteil)</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>Help me plan the week.</source>
        <translation>Hilf mir, die Woche zu planen.</translation>
    </message>
    <message>
        <source>Hide what was true before ({n})</source>
        <translation>Ausblenden, was früher galt ({n})</translation>
    </message>
    <message>
        <source>Hides the window until you type the passphrase of the memory file. The file itself is always encrypted on the disk.</source>
        <translation>Verbirgt das Fenster, bis du die Passphrase der Gedächtnisdatei eingibst. Die Datei selbst ist auf der Platte immer verschlüsselt.</translation>
    </message>
    <message>
        <source>Hides the window until you type the passphrase. It encrypts nothing: who can read your files can still read the memory file. Encrypt that above.</source>
        <translation>Verbirgt das Fenster, bis du die Passphrase eingibst. Das verschlüsselt nichts: Wer deine Dateien lesen kann, kann auch die Gedächtnisdatei lesen. Verschlüssle sie weiter oben.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Wohnort</translation>
    </message>
    <message>
        <source>How did it turn out?</source>
        <translation>Wie ist es ausgegangen?</translation>
    </message>
    <message>
        <source>How did it turn out? </source>
        <translation>Wie ist es ausgegangen? </translation>
    </message>
    <message>
        <source>How it should answer, in your words. They hold for chats that begin from now on.</source>
        <translation>Wie er antworten soll, in deinen Worten. Gilt für Chats, die von nun an beginnen.</translation>
    </message>
    <message>
        <source>How it turned out</source>
        <translation>Wie es ausgegangen ist</translation>
    </message>
    <message>
        <source>How many copies stay. The oldest are dropped.</source>
        <translation>Wie viele Kopien bleiben. Die ältesten fallen weg.</translation>
    </message>
    <message>
        <source>How much of a chat it can read at once. More needs more memory. The model starts again at once.</source>
        <translation>Wie viel von einem Chat es auf einmal lesen kann. Mehr braucht mehr Speicher. Das Modell startet sofort neu.</translation>
    </message>
    <message>
        <source>How much of what the model can read at once this chat fills</source>
        <translation>Wie viel von dem, was das Modell auf einmal lesen kann, dieser Chat füllt</translation>
    </message>
    <message>
        <source>How they are linked</source>
        <translation>Wie sie verbunden sind</translation>
    </message>
    <message>
        <source>How {title} learns: {name}. {meaning}</source>
        <translation>Wie „{title}“ lernt: {name}. {meaning}</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Imported from {app}</source>
        <translation>Importiert aus {app}</translation>
    </message>
    <message>
        <source>Imported on {day}. No conversation on this computer is behind it.</source>
        <translation>Importiert am {day}. Dahinter steht kein Gespräch auf diesem Computer.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>In the chat</source>
        <translation>Im Chat</translation>
    </message>
    <message>
        <source>In the whole window.</source>
        <translation>Im ganzen Fenster.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Inferred from what you wrote on {day}.</source>
        <translation>Gefolgert aus dem, was du am {day} geschrieben hast.</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>Einsicht</translation>
    </message>
    <message>
        <source>Instructions changed</source>
        <translation>Anweisungen geändert</translation>
    </message>
    <message>
        <source>Instructions to the assistant</source>
        <translation>Anweisungen an den Assistenten</translation>
    </message>
    <message>
        <source>Instructions, profile and tools</source>
        <translation>Anweisungen, Profil und Werkzeuge</translation>
    </message>
    <message>
        <source>It comes from an import.</source>
        <translation>Es stammt aus einem Import.</translation>
    </message>
    <message>
        <source>It corrects something that is known already.</source>
        <translation>Es berichtigt etwas, das schon bekannt ist.</translation>
    </message>
    <message>
        <source>It ends when you open another chat or close the window. Until then you can keep it.</source>
        <translation>Er endet, wenn du einen anderen Chat öffnest oder das Fenster schließt. Bis dahin kannst du ihn behalten.</translation>
    </message>
    <message>
        <source>It failed: {error}</source>
        <translation>Das ging schief: {error}</translation>
    </message>
    <message>
        <source>It is asked as soon as the other answer is there</source>
        <translation>Wird gefragt, sobald die andere Antwort da ist</translation>
    </message>
    <message>
        <source>It is called {name} already.</source>
        <translation>Es heißt schon {name}.</translation>
    </message>
    <message>
        <source>It is not there any more</source>
        <translation>Das ist nicht mehr da</translation>
    </message>
    <message>
        <source>It learns, and shows it</source>
        <translation>Es lernt, und zeigt es dir</translation>
    </message>
    <message>
        <source>It reads its file; that takes some seconds.</source>
        <translation>Es liest seine Datei; das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>It stays here</source>
        <translation>Es bleibt hier</translation>
    </message>
    <message>
        <source>It touches {matter}: that is saved only when you say so.</source>
        <translation>Es berührt {matter}: Das wird nur gespeichert, wenn du es sagst.</translation>
    </message>
    <message>
        <source>It turned out badly</source>
        <translation>Es ging schlecht aus</translation>
    </message>
    <message>
        <source>It turned out so-so</source>
        <translation>Es ging mittelmäßig aus</translation>
    </message>
    <message>
        <source>It turned out well</source>
        <translation>Es ging gut aus</translation>
    </message>
    <message>
        <source>It was set aside for you to decide.</source>
        <translation>Es wurde zurückgelegt, damit du entscheidest.</translation>
    </message>
    <message>
        <source>It will rank lower for messages like this one. Nothing is forgotten.</source>
        <translation>Bei Nachrichten wie dieser steht es künftig weiter hinten. Nichts wird vergessen.</translation>
    </message>
    <message>
        <source>It writes {how} on this computer.</source>
        <translation>Es schreibt {how} auf diesem Computer.</translation>
    </message>
    <message>
        <source>It writes {how}.</source>
        <translation>Es schreibt {how}.</translation>
    </message>
    <message>
        <source>Its date has passed: {date}.</source>
        <translation>Das Datum ist vorbei: {date}.</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>JSON (*.json);;Markdown (*.md)</source>
        <translation>JSON (*.json);;Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>Jump to the end</source>
        <translation>Zum Ende springen</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep this chat</source>
        <translation>Diesen Chat behalten</translation>
    </message>
    <message>
        <source>Keep “{text}” instead of {gone}</source>
        <translation>„{text}“ statt {gone} behalten</translation>
    </message>
    <message>
        <source>Keepwise goes on here. Quit in this icon&apos;s menu ends it.</source>
        <translation>Keepwise läuft hier weiter. „Beenden“ im Menü dieses Symbols beendet es.</translation>
    </message>
    <message>
        <source>Keepwise is answering</source>
        <translation>Keepwise antwortet</translation>
    </message>
    <message>
        <source>Keepwise is at work on the memory file</source>
        <translation>Keepwise arbeitet an der Gedächtnisdatei</translation>
    </message>
    <message>
        <source>Keepwise is locked</source>
        <translation>Keepwise ist gesperrt</translation>
    </message>
    <message>
        <source>Keepwise is not sure enough to save it by itself.</source>
        <translation>Keepwise ist sich nicht sicher genug, um es von selbst zu speichern.</translation>
    </message>
    <message>
        <source>Keepwise knows what it has learned about you, but stores and learns nothing here.</source>
        <translation>Keepwise weiß, was es über dich gelernt hat, speichert und lernt hier aber nichts.</translation>
    </message>
    <message>
        <source>Keepwise runs on this computer and learns as you talk. Everything it learns is listed on the right: with its source, yours to change or undo.</source>
        <translation>Keepwise läuft auf diesem Computer und lernt, während ihr redet. Alles, was es lernt, steht in der Liste daneben: mit seiner Quelle, und du kannst es ändern oder zurücknehmen.</translation>
    </message>
    <message>
        <source>Keepwise talks with a model that runs on this computer, and there is none yet. It is fetched once; after that Keepwise needs no internet.</source>
        <translation>Keepwise spricht mit einem Modell, das auf diesem Computer läuft, und noch ist keines da. Es wird einmal geholt; danach braucht Keepwise kein Internet.</translation>
    </message>
    <message>
        <source>Keepwise: learning is paused</source>
        <translation>Keepwise: Lernen pausiert</translation>
    </message>
    <message>
        <source>Kept both: {text}</source>
        <translation>Beide behalten: {text}</translation>
    </message>
    <message>
        <source>Kept free for the answer</source>
        <translation>Für die Antwort freigehalten</translation>
    </message>
    <message>
        <source>Kept. It is an ordinary chat now, and Keepwise learns from it</source>
        <translation>Behalten. Es ist jetzt ein gewöhnlicher Chat, und Keepwise lernt daraus</translation>
    </message>
    <message>
        <source>Key of the server, if it wants one</source>
        <translation>Schlüssel des Servers, falls er einen will</translation>
    </message>
    <message>
        <source>Key, if it wants one</source>
        <translation>Schlüssel, falls er einen will</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys that stay as they are</source>
        <translation>Tasten, die bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Keys: {action}</source>
        <translation>Tasten: {action}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Schon bekannt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language changed</source>
        <translation>Sprache geändert</translation>
    </message>
    <message>
        <source>Last backup: {when}.</source>
        <translation>Letzte Sicherung: {when}.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>Spätere Fassung</translation>
    </message>
    <message>
        <source>Later version of the answer</source>
        <translation>Spätere Fassung der Antwort</translation>
    </message>
    <message>
        <source>Later version of the message</source>
        <translation>Spätere Fassung der Nachricht</translation>
    </message>
    <message>
        <source>Learn from this file</source>
        <translation>Aus dieser Datei lernen</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>Learned on {day}. The message it came from is not known.</source>
        <translation>Gelernt am {day}. Die Nachricht, aus der es stammt, ist nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>Learned {n} things</source>
        <comment>Learned {n} thing</comment>
        <translation>
            <numerusform>{n} Sache gelernt</numerusform>
            <numerusform>{n} Dinge gelernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Learning from your message…</source>
        <translation>Lernt aus deiner Nachricht…</translation>
    </message>
    <message>
        <source>Learning into {title}</source>
        <translation>Lernen in „{title}“</translation>
    </message>
    <message>
        <source>Learning is not available</source>
        <translation>Lernen ist nicht verfügbar</translation>
    </message>
    <message>
        <source>Learning later</source>
        <translation>Lernt später</translation>
    </message>
    <message>
        <source>Learning later: {reason}</source>
        <translation>Lernt später: {reason}</translation>
    </message>
    <message>
        <source>Learning on</source>
        <translation>Lernen an</translation>
    </message>
    <message>
        <source>Learning paused</source>
        <translation>Lernen angehalten</translation>
    </message>
    <message>
        <source>Learning waits until you are done.</source>
        <translation>Das Lernen wartet, bis du fertig bist.</translation>
    </message>
    <message>
        <source>Leaves this computer</source>
        <translation>Verlässt diesen Computer</translation>
    </message>
    <message>
        <source>Leaves this computer: sent to {host}</source>
        <translation>Verlässt diesen Computer: geht an {host}</translation>
    </message>
    <message>
        <source>Lessons worth using again come here.</source>
        <translation>Lehren, die sich wieder nutzen lassen, kommen hierher.</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Light or dark.</source>
        <translation>Hell oder dunkel.</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helles Design</translation>
    </message>
    <message>
        <source>Link to…</source>
        <translation>Verbinden mit…</translation>
    </message>
    <message>
        <source>Linked to</source>
        <translation>Verbunden mit</translation>
    </message>
    <message>
        <source>Lisbon</source>
        <translation>Lissabon</translation>
    </message>
    <message>
        <source>Lively</source>
        <translation>Lebhaft</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Lock changed</source>
        <translation>Sperre geändert</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>Fenster sperren</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Look around meanwhile</source>
        <translation>Derweil umsehen</translation>
    </message>
    <message>
        <source>Look back on</source>
        <translation>Zurückblicken am</translation>
    </message>
    <message>
        <source>Look back on, as 2027-01-31</source>
        <translation>Zurückblicken am, etwa 2027-01-31</translation>
    </message>
    <message>
        <source>Make it plain</source>
        <translation>Verschlüsselung entfernen</translation>
    </message>
    <message>
        <source>Make no backup, and delete all backups too: nothing stays</source>
        <translation>Keine Sicherung machen und auch alle Sicherungen löschen: nichts bleibt</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>Verwalten</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Markdown…</source>
        <translation>Markdown…</translation>
    </message>
    <message>
        <source>Marked not relevant · undo</source>
        <translation>Als unwichtig markiert · zurücknehmen</translation>
    </message>
    <message numerus="yes">
        <source>May I remember these?</source>
        <comment>May I remember this?</comment>
        <translation>
            <numerusform>Darf ich mir das merken?</numerusform>
            <numerusform>Darf ich mir diese merken?</numerusform>
        </translation>
    </message>
    <message>
        <source>Measuring its speed for five seconds…</source>
        <translation>Die Geschwindigkeit wird fünf Sekunden lang gemessen…</translation>
    </message>
    <message>
        <source>Memories</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Memories sent with your message</source>
        <translation>Erinnerungen, die mit deiner Nachricht gesendet wurden</translation>
    </message>
    <message>
        <source>Memories, chats, backups and the log lie in {home}</source>
        <translation>Erinnerungen, Chats, Sicherungen und das Protokoll liegen in {home}</translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation>Vereinen mit</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Vereint</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model of the server</source>
        <translation>Modell des Servers</translation>
    </message>
    <message>
        <source>Model server</source>
        <translation>Modellserver</translation>
    </message>
    <message>
        <source>Model {title}</source>
        <translation>Modell {title}</translation>
    </message>
    <message>
        <source>Model: {words}. Show the models</source>
        <translation>Modell: {words}. Modelle zeigen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Modelle (*.gguf)</translation>
    </message>
    <message>
        <source>Models of the server</source>
        <translation>Modelle des Servers</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More about {name}</source>
        <translation>Mehr über {name}</translation>
    </message>
    <message>
        <source>Most used first</source>
        <translation>Meistbenutzte</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Motion changed</source>
        <translation>Bewegung geändert</translation>
    </message>
    <message>
        <source>Move the models…</source>
        <translation>Modelle verschieben…</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Verschieben…</translation>
    </message>
    <message>
        <source>Move what is selected to</source>
        <translation>Ausgewähltes verschieben nach</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Moved to “{name}”</source>
        <translation>Nach „{name}“ verschoben</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Verschieben…</translation>
    </message>
    <message>
        <source>Moving the models</source>
        <translation>Modelle werden verschoben</translation>
    </message>
    <message>
        <source>My name is Alex, and I prefer concise answers.</source>
        <translation>Ich heiße Alex und mag knappe Antworten.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name, home, role, language…</source>
        <translation>Name, Wohnort, Beruf, Sprache…</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Never suggest anything about {matter}</source>
        <translation>Nie etwas vorschlagen zu: {matter}</translation>
    </message>
    <message>
        <source>Never suggest anything like this</source>
        <translation>Nie etwas wie dieses vorschlagen</translation>
    </message>
    <message>
        <source>Never suggest “{text}”</source>
        <translation>Nie „{text}“ vorschlagen</translation>
    </message>
    <message>
        <source>Never suggested again: anything about {matter}</source>
        <translation>Wird nie wieder vorgeschlagen: alles zu {matter}</translation>
    </message>
    <message>
        <source>Never suggested again: {text}</source>
        <translation>Wird nie wieder vorgeschlagen: {text}</translation>
    </message>
    <message>
        <source>Never used first</source>
        <translation>Nie benutzte</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Neuer Ordner…</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>New text below </source>
        <translation>Neuer Text unten </translation>
    </message>
    <message>
        <source>New text below: jump to the end</source>
        <translation>Neuer Text unten: zum Ende springen</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>Nächste Stelle (Eingabe)</translation>
    </message>
    <message>
        <source>No backup yet.</source>
        <translation>Noch keine Sicherung.</translation>
    </message>
    <message>
        <source>No chat matches.</source>
        <translation>Kein Chat passt.</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>No longer kept: {text}</source>
        <translation>Nicht mehr gemerkt: {text}</translation>
    </message>
    <message>
        <source>No longer pinned</source>
        <translation>Nicht mehr angeheftet</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>Keine Einstellung passt.</translation>
    </message>
    <message>
        <source>No type yet</source>
        <translation>Noch ohne Art</translation>
    </message>
    <message>
        <source>None of that is pinned.</source>
        <translation>Nichts davon ist angeheftet.</translation>
    </message>
    <message>
        <source>None of the memories that are on has a place for this.</source>
        <translation>Keine der eingeschalteten Erinnerungsarten hat dafür einen Platz.</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Not kept: {text}</source>
        <translation>Nicht behalten: {text}</translation>
    </message>
    <message>
        <source>Not relevant</source>
        <translation>Nicht wichtig</translation>
    </message>
    <message>
        <source>Not ticked</source>
        <translation>Nicht angehakt</translation>
    </message>
    <message>
        <source>Not used for {n} days.</source>
        <translation>Seit {n} Tagen nicht benutzt.</translation>
    </message>
    <message>
        <source>Noted by the assistant</source>
        <translation>Vom Assistenten notiert</translation>
    </message>
    <message>
        <source>Noted how it turned out</source>
        <translation>Notiert, wie es ausgegangen ist</translation>
    </message>
    <message>
        <source>Nothing else waits here.</source>
        <translation>Sonst wartet hier nichts.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing here matches.</source>
        <translation>Hier passt nichts.</translation>
    </message>
    <message>
        <source>Nothing here was known then.</source>
        <translation>Damals war hier nichts bekannt.</translation>
    </message>
    <message>
        <source>Nothing is known of it.</source>
        <translation>Davon ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Noch ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Nothing is learned in a temporary chat. Keep the chat first</source>
        <translation>In einem temporären Chat wird nichts gelernt. Behalte den Chat zuerst</translation>
    </message>
    <message>
        <source>Nothing is left of it.</source>
        <translation>Davon ist nichts mehr da.</translation>
    </message>
    <message>
        <source>Nothing is lost when the computer stops now: the old file stays until the new one is whole.</source>
        <translation>Nichts geht verloren, wenn der Computer jetzt ausgeht: Die alte Datei bleibt, bis die neue ganz ist.</translation>
    </message>
    <message>
        <source>Nothing is ticked: for the marked row</source>
        <translation>Nichts angehakt: gilt für die Zeile</translation>
    </message>
    <message>
        <source>Nothing new is learned here.</source>
        <translation>Hier wird nichts Neues gelernt.</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>Nothing to learn was found in {name}</source>
        <translation>In {name} fand sich nichts zu lernen</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts wartet auf dich</translation>
    </message>
    <message>
        <source>Nothing waits for you. New suggestions come here.</source>
        <translation>Nichts wartet auf dich. Neue Vorschläge kommen hierher.</translation>
    </message>
    <message>
        <source>Now a server answers: what you write leaves this computer until you choose another model.</source>
        <translation>Jetzt antwortet ein Server: Was du schreibst, verlässt diesen Computer, bis du ein anderes Modell wählst.</translation>
    </message>
    <message>
        <source>Now, since {date}</source>
        <translation>Bisher, seit {date}</translation>
    </message>
    <message>
        <source>Now: {text}</source>
        <translation>Jetzt: {text}</translation>
    </message>
    <message>
        <source>Number of backups changed</source>
        <translation>Anzahl der Sicherungen geändert</translation>
    </message>
    <message>
        <source>Of the window. What the assistant answers in is up to you: write to it in your language.</source>
        <translation>Des Fensters. In welcher Sprache der Assistent antwortet, liegt bei dir: Schreib ihm in deiner.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Älter</translation>
    </message>
    <message numerus="yes">
        <source>Older messages are no longer sent to the model ({n} messages)</source>
        <comment>Older messages are no longer sent to the model ({n} message)</comment>
        <translation>
            <numerusform>Ältere Nachrichten werden nicht mehr an das Modell gesendet ({n} Nachricht)</numerusform>
            <numerusform>Ältere Nachrichten werden nicht mehr an das Modell gesendet ({n} Nachrichten)</numerusform>
        </translation>
    </message>
    <message>
        <source>Ollama, LM Studio, llama-server or vLLM on your own network.</source>
        <translation>Ollama, LM Studio, llama-server oder vLLM in deinem eigenen Netz.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>On {day}</source>
        <translation>Am {day}</translation>
    </message>
    <message>
        <source>One line to ask in, over everything: by {keys} in the window, and everywhere by {key}.</source>
        <translation>Eine Zeile zum Fragen, über allem: mit {keys} im Fenster und überall mit {key}.</translation>
    </message>
    <message>
        <source>One line to ask in, over everything: by {keys} in the window. Your desktop can give it a key that works everywhere; it asks you which.</source>
        <translation>Eine Zeile zum Fragen, über allem: mit {keys} im Fenster. Dein Schreibtisch kann ihr eine Taste geben, die überall gilt; er fragt dich, welche.</translation>
    </message>
    <message>
        <source>One line to ask in, over everything: by {keys} in the window. Your desktop gives programs no keys of their own; give one to this command in its keyboard settings: {command}</source>
        <translation>Eine Zeile zum Fragen, über allem: mit {keys} im Fenster. Dein Schreibtisch gibt Programmen keine eigenen Tasten; gib diesem Befehl in seinen Tastatur-Einstellungen eine: {command}</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment…</translation>
    </message>
    <message>
        <source>One says all that the other says, and more.</source>
        <translation>Das eine sagt alles, was das andere sagt, und mehr.</translation>
    </message>
    <message>
        <source>Only by its key</source>
        <translation>Nur mit ihrer Taste</translation>
    </message>
    <message>
        <source>Only for trying out: very small, very fast, and often wrong.</source>
        <translation>Nur zum Ausprobieren: sehr klein, sehr schnell und oft falsch.</translation>
    </message>
    <message>
        <source>Only proposals can be rejected; some of these are none any more.</source>
        <translation>Nur Vorschläge lassen sich ablehnen; einige davon sind keine mehr.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open Keepwise</source>
        <translation>Keepwise öffnen</translation>
    </message>
    <message>
        <source>Open in Keepwise</source>
        <translation>In Keepwise öffnen</translation>
    </message>
    <message>
        <source>Open in Keepwise (Ctrl+Enter)</source>
        <translation>In Keepwise öffnen (Strg+Enter)</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Open page	Enter</source>
        <translation>Seite öffnen	Eingabe</translation>
    </message>
    <message>
        <source>Open source</source>
        <translation>Quelle öffnen</translation>
    </message>
    <message>
        <source>Open source in {chat}</source>
        <translation>Quelle in {chat} öffnen</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Open {other}</source>
        <translation>{other} öffnen</translation>
    </message>
    <message>
        <source>Open {title}</source>
        <translation>{title} aufklappen</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Outcome noted</source>
        <translation>Ausgang notiert</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase of that backup</source>
        <translation>Passphrase dieser Sicherung</translation>
    </message>
    <message>
        <source>Passphrase until now</source>
        <translation>Bisherige Passphrase</translation>
    </message>
    <message>
        <source>Passphrase, to turn it off</source>
        <translation>Passphrase, um sie auszuschalten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause learning</source>
        <translation>Lernen anhalten</translation>
    </message>
    <message>
        <source>Pause learning: nothing new is learned until you go on</source>
        <translation>Lernen anhalten: Bis du weitermachst, wird nichts Neues gelernt</translation>
    </message>
    <message>
        <source>Pause or resume learning</source>
        <translation>Lernen pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Paused at {size}</source>
        <translation>Angehalten bei {size}</translation>
    </message>
    <message>
        <source>People &amp; things</source>
        <translation>Menschen &amp; Dinge</translation>
    </message>
    <message>
        <source>People, places and projects come here, each with a page.</source>
        <translation>Menschen, Orte und Projekte kommen hierher, jedes mit einer eigenen Seite.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Person, project, place…</source>
        <translation>Person, Projekt, Ort…</translation>
    </message>
    <message>
        <source>Pet</source>
        <translation>Haustier</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Pin what is selected</source>
        <translation>Ausgewähltes anheften</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Pinned. </source>
        <translation>Angeheftet. </translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>Reiner Text (*.txt)</translation>
    </message>
    <message>
        <source>Plain text…</source>
        <translation>Reiner Text…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan a trip</source>
        <translation>Eine Reise planen</translation>
    </message>
    <message>
        <source>Politics</source>
        <translation>Politik</translation>
    </message>
    <message>
        <source>Preferred name</source>
        <translation>Rufname</translation>
    </message>
    <message>
        <source>Prefers short answers.</source>
        <translation>Mag kurze Antworten.</translation>
    </message>
    <message>
        <source>Press Control I to answer.</source>
        <translation>Drücke Strg+I, um zu antworten.</translation>
    </message>
    <message>
        <source>Press the keys that shall do it. They hold at once, and in the sheet of keys and the tooltips too.</source>
        <translation>Drücke die Tasten, die es tun sollen. Sie gelten sofort, auch in der Übersicht der Tasten und in den Hinweisen.</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>Vorige Stelle (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Processor cores it computes with. Fewer leave more to other programs.</source>
        <translation>Prozessorkerne, mit denen es rechnet. Weniger lassen anderen Programmen mehr.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Pronouns</source>
        <translation>Pronomen</translation>
    </message>
    <message>
        <source>Quick ask</source>
        <translation>Schnellfrage</translation>
    </message>
    <message>
        <source>Quick ask: open in the window · copy</source>
        <translation>Schnellfrage: im Fenster öffnen · kopieren</translation>
    </message>
    <message>
        <source>Quick ask: {title}</source>
        <translation>Schnellfrage: {title}</translation>
    </message>
    <message>
        <source>Quick question</source>
        <translation>Schnelle Frage</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Read only. Nothing can be changed in the past.</source>
        <translation>Nur lesen. An der Vergangenheit lässt sich nichts ändern.</translation>
    </message>
    <message>
        <source>Reading page {done} of {total}…</source>
        <translation>Liest Seite {done} von {total}…</translation>
    </message>
    <message>
        <source>Reading the import</source>
        <translation>Der Import wird gelesen</translation>
    </message>
    <message>
        <source>Reading {name} for what is worth learning…</source>
        <translation>{name} wird gelesen: Was ist es wert, gelernt zu werden?</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Liest…</translation>
    </message>
    <message>
        <source>Reading… {part} %</source>
        <translation>Liest… {part} %</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Rebase before a review, not after.</source>
        <translation>Rebase vor dem Review, nicht danach.</translation>
    </message>
    <message>
        <source>Recalled for the message</source>
        <translation>Für die Nachricht abgerufen</translation>
    </message>
    <message>
        <source>Recommended here</source>
        <translation>Hier empfohlen</translation>
    </message>
    <message>
        <source>Recommended · </source>
        <translation>Empfohlen · </translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Reduced: nothing lights up and goes out again, menus do not fade, the cursor does not blink.</source>
        <translation>Weniger: nichts leuchtet auf und erlischt, Menüs blenden nicht, der Cursor blinkt nicht.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Rejected since</source>
        <translation>Seither abgelehnt</translation>
    </message>
    <message>
        <source>Rejected: {text}</source>
        <translation>Abgelehnt: {text}</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>Religion</source>
        <translation>Religion</translation>
    </message>
    <message>
        <source>Remember: {words}</source>
        <translation>Merken: {words}</translation>
    </message>
    <message>
        <source>Remembered: {text}</source>
        <translation>Gemerkt: {text}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename · delete the chosen chat</source>
        <translation>Gewählten Chat umbenennen · löschen</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Umbenannt</translation>
    </message>
    <message>
        <source>Renamed to {new}</source>
        <translation>Umbenannt in {new}</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replaced since</source>
        <translation>Seither ersetzt</translation>
    </message>
    <message>
        <source>Replaced since: {text}</source>
        <translation>Seither ersetzt: {text}</translation>
    </message>
    <message>
        <source>Restart model</source>
        <translation>Modell neu starten</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore from archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Restore what is ticked</source>
        <translation>Angehaktes wiederherstellen</translation>
    </message>
    <message>
        <source>Restore with this passphrase</source>
        <translation>Mit dieser Passphrase wiederherstellen</translation>
    </message>
    <message>
        <source>Restore {name}</source>
        <translation>{name} wiederherstellen</translation>
    </message>
    <message>
        <source>Restore: {after}</source>
        <translation>Wiederherstellen: {after}</translation>
    </message>
    <message>
        <source>Restore: {text}</source>
        <translation>Wiederherstellen: {text}</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Restored {name}</source>
        <translation>{name} wiederhergestellt</translation>
    </message>
    <message>
        <source>Restored “{title}”</source>
        <translation>„{title}“ wiederhergestellt</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume learning</source>
        <translation>Weiter lernen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Review all</source>
        <translation>Alle prüfen</translation>
    </message>
    <message>
        <source>Review all suggestions as a list</source>
        <translation>Alle Vorschläge als Liste prüfen</translation>
    </message>
    <message numerus="yes">
        <source>Review all · {n} suggestions</source>
        <comment>Review all · {n} suggestion</comment>
        <translation>
            <numerusform>Alle prüfen · {n} Vorschlag</numerusform>
            <numerusform>Alle prüfen · {n} Vorschläge</numerusform>
        </translation>
    </message>
    <message>
        <source>Review suggestions</source>
        <translation>Vorschläge prüfen</translation>
    </message>
    <message>
        <source>Review the others</source>
        <translation>Die anderen prüfen</translation>
    </message>
    <message>
        <source>Review {left} left</source>
        <translation>{left} übrige prüfen</translation>
    </message>
    <message>
        <source>Review {new} more</source>
        <translation>{new} weitere prüfen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Beruf</translation>
    </message>
    <message>
        <source>Runs at {address}. What you write there leaves this computer.</source>
        <translation>Läuft unter {address}. Was du dort schreibst, verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Safe-keeping</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Sarah Chen, project Harbor…</source>
        <translation>Sarah Chen, Projekt Hafen…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save (A)</source>
        <translation>Speichern (A)</translation>
    </message>
    <message>
        <source>Save by itself</source>
        <translation>Von selbst speichern</translation>
    </message>
    <message>
        <source>Save the new one and keep the old one too</source>
        <translation>Das neue speichern und das alte auch behalten</translation>
    </message>
    <message>
        <source>Save what is asked (A)</source>
        <translation>Das Gefragte speichern (A)</translation>
    </message>
    <message>
        <source>Save what is ticked, and save to {title} without asking from now on</source>
        <translation>Angehaktes speichern, und in „{title}“ von nun an ohne Nachfrage speichern</translation>
    </message>
    <message>
        <source>Save without asking: {matter}</source>
        <translation>Ohne Nachfrage speichern: {matter}</translation>
    </message>
    <message>
        <source>Save {ticked} (A)</source>
        <translation>{ticked} speichern (A)</translation>
    </message>
    <message>
        <source>Save {words} without asking</source>
        <translation>Ohne Nachfrage speichern: {words}</translation>
    </message>
    <message>
        <source>Save · leave a form</source>
        <translation>Speichern · Formular verlassen</translation>
    </message>
    <message>
        <source>Saved when the assistant chooses to note it.</source>
        <translation>Gespeichert, wenn der Assistent es notieren will.</translation>
    </message>
    <message>
        <source>Saved: {text}</source>
        <translation>Gespeichert: {text}</translation>
    </message>
    <message>
        <source>Screen lock</source>
        <translation>Bildschirmsperre</translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>Chats durchsuchen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Search what was learned</source>
        <translation>Gelerntes durchsuchen</translation>
    </message>
    <message>
        <source>Search, also in meaning</source>
        <translation>Suchen, auch nach dem Sinn</translation>
    </message>
    <message>
        <source>Select	Space</source>
        <translation>Auswählen	Leertaste</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Select all that are shown</source>
        <translation>Alle gezeigten auswählen</translation>
    </message>
    <message>
        <source>Select all that is listed</source>
        <translation>Alles in der Liste auswählen</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>Mehrere auswählen</translation>
    </message>
    <message>
        <source>Select, look back, bin</source>
        <translation>Auswählen, Rückblick, Papierkorb</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Senden (Eingabe)</translation>
    </message>
    <message>
        <source>Send the changed message</source>
        <translation>Geänderte Nachricht senden</translation>
    </message>
    <message>
        <source>Send the reason</source>
        <translation>Grund senden</translation>
    </message>
    <message>
        <source>Send · new line</source>
        <translation>Senden · neue Zeile</translation>
    </message>
    <message>
        <source>Sensitive matters</source>
        <translation>Heikle Themen</translation>
    </message>
    <message>
        <source>Sent just now</source>
        <translation>Gerade gesendet</translation>
    </message>
    <message numerus="yes">
        <source>Sent with your message: {n} tokens of memory</source>
        <comment>Sent with your message: {n} token of memory</comment>
        <translation>
            <numerusform>Mit deiner Nachricht gesendet: {n} Token Erinnerung</numerusform>
            <numerusform>Mit deiner Nachricht gesendet: {n} Token Erinnerungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Several words that do not belong together are easiest to keep and hard to guess.</source>
        <translation>Mehrere Wörter, die nicht zusammengehören, merkt man sich am leichtesten, und sie sind schwer zu erraten.</translation>
    </message>
    <message>
        <source>Sexuality</source>
        <translation>Sexualität</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umsch</translation>
    </message>
    <message numerus="yes">
        <source>Show all {n}</source>
        <comment>Show all {n}</comment>
        <translation>
            <numerusform>Die eine zeigen ({n})</numerusform>
            <numerusform>Alle {n} zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in chat</source>
        <translation>Im Chat zeigen</translation>
    </message>
    <message>
        <source>Show in chat: {text}</source>
        <translation>Im Chat zeigen: {text}</translation>
    </message>
    <message>
        <source>Show in list</source>
        <translation>In der Liste zeigen</translation>
    </message>
    <message>
        <source>Show in “{chat_title}”</source>
        <translation>In „{chat_title}“ zeigen</translation>
    </message>
    <message>
        <source>Show its models</source>
        <translation>Seine Modelle zeigen</translation>
    </message>
    <message>
        <source>Show message</source>
        <translation>Nachricht zeigen</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
    <message>
        <source>Show more ({left} left)</source>
        <translation>Mehr zeigen (noch {left})</translation>
    </message>
    <message>
        <source>Show only one origin</source>
        <translation>Nur eine Herkunft zeigen</translation>
    </message>
    <message>
        <source>Show only one store</source>
        <translation>Nur einen Bereich zeigen</translation>
    </message>
    <message>
        <source>Show or hide what was learned</source>
        <translation>Gelerntes zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>Tasten zeigen</translation>
    </message>
    <message>
        <source>Show the models</source>
        <translation>Modelle zeigen</translation>
    </message>
    <message>
        <source>Show used memories</source>
        <translation>Benutzte Erinnerungen zeigen</translation>
    </message>
    <message>
        <source>Show what was true before ({n})</source>
        <translation>Zeigen, was früher galt ({n})</translation>
    </message>
    <message numerus="yes">
        <source>Show {n} archived chats</source>
        <comment>Show {n} archived chat</comment>
        <translation>
            <numerusform>{n} archivierten Chat zeigen</numerusform>
            <numerusform>{n} archivierte Chats zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Showing what was known on {day}</source>
        <translation>Gezeigt wird, was am {day} bekannt war</translation>
    </message>
    <message>
        <source>Showing what was true on {day}</source>
        <translation>Gezeigt wird, was am {day} galt</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>Seit {day}</translation>
    </message>
    <message>
        <source>Size of letters</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Size of letters changed</source>
        <translation>Schriftgröße geändert</translation>
    </message>
    <message>
        <source>Skip: look around without a model</source>
        <translation>Überspringen: ohne Modell umsehen</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Space ticks · Ctrl+A ticks all · Enter shows one as a card · Esc closes</source>
        <translation>Leertaste hakt an · Strg+A hakt alle an · Eingabe zeigt einen als Karte · Esc schließt</translation>
    </message>
    <message>
        <source>Space ticks · E edits</source>
        <translation>Leertaste hakt ab · E ändert</translation>
    </message>
    <message>
        <source>Start chatting</source>
        <translation>Losplaudern</translation>
    </message>
    <message>
        <source>Starting the model again…</source>
        <translation>Das Modell wird neu gestartet…</translation>
    </message>
    <message>
        <source>Starting {title}</source>
        <translation>Startet {title}</translation>
    </message>
    <message>
        <source>Starting {title}…</source>
        <translation>Startet {title}…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>In der Leiste bleiben</translation>
    </message>
    <message>
        <source>Still answering in another chat · Esc stops it</source>
        <translation>Antwortet noch in einem anderen Chat · Esc hält an</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Anhalten (Esc)</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Antwort anhalten</translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation>Einlesen anhalten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Stark.</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Suggested for next time; it waits in the inbox</source>
        <translation>Für nächstes Mal vorgeschlagen; es wartet bei den Vorschlägen</translation>
    </message>
    <message>
        <source>Suggested to you, saved only when you accept.</source>
        <translation>Dir vorgeschlagen, gespeichert nur, wenn du annimmst.</translation>
    </message>
    <message>
        <source>Suggested: {text}</source>
        <translation>Vorgeschlagen: {text}</translation>
    </message>
    <message>
        <source>Suggestion {here} of {all}.</source>
        <translation>Vorschlag {here} von {all}.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Summed up</source>
        <translation>Zusammengefasst</translation>
    </message>
    <message>
        <source>Switch to it</source>
        <translation>Dorthin wechseln</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Schlagwörter, mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take back the last act</source>
        <translation>Das Letzte zurücknehmen</translation>
    </message>
    <message>
        <source>Take {name} apart again</source>
        <translation>{name} wieder trennen</translation>
    </message>
    <message>
        <source>Taken apart</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message numerus="yes">
        <source>Taken back with the old message: {n} memories</source>
        <comment>Taken back with the old message: {n} memory</comment>
        <translation>
            <numerusform>Mit der alten Nachricht zurückgenommen: {n} Erinnerung</numerusform>
            <numerusform>Mit der alten Nachricht zurückgenommen: {n} Erinnerungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Zurückgenommen: {what}</translation>
    </message>
    <message>
        <source>Taken out of its folder</source>
        <translation>Aus dem Ordner genommen</translation>
    </message>
    <message>
        <source>Temporary chat</source>
        <translation>Temporärer Chat</translation>
    </message>
    <message>
        <source>Temporary chat: nothing is kept or learned</source>
        <translation>Temporärer Chat: Nichts wird behalten oder gelernt</translation>
    </message>
    <message>
        <source>Test its speed</source>
        <translation>Geschwindigkeit testen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>That cannot be done</source>
        <translation>Das geht nicht</translation>
    </message>
    <message>
        <source>That chat is gone</source>
        <translation>Dieser Chat ist nicht mehr da</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>That did not work: {reason}</source>
        <translation>Das ging nicht: {reason}</translation>
    </message>
    <message>
        <source>That is known already</source>
        <translation>Das ist schon bekannt</translation>
    </message>
    <message>
        <source>That is known already.</source>
        <translation>Das ist schon bekannt.</translation>
    </message>
    <message>
        <source>That is not in the list any more</source>
        <translation>Das ist nicht mehr in der Liste</translation>
    </message>
    <message>
        <source>That is not the passphrase until now.</source>
        <translation>Das ist nicht die bisherige Passphrase.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Das ist nicht die Passphrase.</translation>
    </message>
    <message>
        <source>That looks like a password, key or code. Such secrets are not kept; a password manager is the place for them.</source>
        <translation>Das sieht nach einem Passwort, Schlüssel oder Code aus. Solche Geheimnisse werden nicht behalten; dafür ist ein Passwortmanager da.</translation>
    </message>
    <message>
        <source>That message is not there any more</source>
        <translation>Diese Nachricht ist nicht mehr da</translation>
    </message>
    <message>
        <source>That message is not there any more.</source>
        <translation>Diese Nachricht ist nicht mehr da.</translation>
    </message>
    <message>
        <source>That older value is not there (any more).</source>
        <translation>Dieser ältere Wert ist nicht (mehr) da.</translation>
    </message>
    <message>
        <source>That passphrase does not open it.</source>
        <translation>Diese Passphrase öffnet sie nicht.</translation>
    </message>
    <message>
        <source>The answer is still being written. Keep the chat when it is finished.</source>
        <translation>Die Antwort wird noch geschrieben. Behalte den Chat, wenn sie fertig ist.</translation>
    </message>
    <message>
        <source>The assistant noted it itself, in its own words.</source>
        <translation>Der Assistent hat es selbst notiert, in eigenen Worten.</translation>
    </message>
    <message>
        <source>The assistant noted this itself on {day}; these are its own words.</source>
        <translation>Der Assistent hat das am {day} selbst notiert; es sind seine eigenen Worte.</translation>
    </message>
    <message>
        <source>The best of these at understanding and learning. Wants a computer with 8 GB of memory.</source>
        <translation>Versteht und lernt von diesen am besten. Möchte einen Computer mit 8 GB Speicher.</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>The chat goes on from here; the old version stays.</source>
        <translation>Der Chat geht von hier aus weiter; die alte Fassung bleibt.</translation>
    </message>
    <message>
        <source>The chat waits and asks before each save.</source>
        <translation>Der Chat wartet und fragt vor jedem Speichern.</translation>
    </message>
    <message>
        <source>The chat was not exported</source>
        <translation>Der Chat wurde nicht exportiert</translation>
    </message>
    <message>
        <source>The connection broke; try again to go on from there.</source>
        <translation>Die Verbindung brach ab; versuche es noch einmal, dann geht es dort weiter.</translation>
    </message>
    <message>
        <source>The data folder was named when Keepwise was started. Name another one there.</source>
        <translation>Der Datenordner wurde beim Start von Keepwise genannt. Nenne dort einen anderen.</translation>
    </message>
    <message>
        <source>The data lie in {old} again</source>
        <translation>Die Daten liegen wieder in {old}</translation>
    </message>
    <message>
        <source>The disk is too full</source>
        <translation>Die Platte ist zu voll</translation>
    </message>
    <message>
        <source>The download did not succeed</source>
        <translation>Der Download ist nicht gelungen</translation>
    </message>
    <message>
        <source>The file is not there any more. Put it back, or remove it from this list.</source>
        <translation>Die Datei ist nicht mehr da. Leg sie zurück, oder nimm sie aus dieser Liste.</translation>
    </message>
    <message>
        <source>The file was not attached</source>
        <translation>Die Datei wurde nicht angehängt</translation>
    </message>
    <message>
        <source>The files could not be changed</source>
        <translation>Die Dateien ließen sich nicht ändern</translation>
    </message>
    <message>
        <source>The folder needs a name.</source>
        <translation>Der Ordner braucht einen Namen.</translation>
    </message>
    <message>
        <source>The goal, the plan and the progress of the open chat come here.</source>
        <translation>Ziel, Plan und Fortschritt des offenen Chats kommen hierher.</translation>
    </message>
    <message>
        <source>The import was stopped; nothing of it was kept</source>
        <translation>Das Einlesen wurde angehalten; nichts davon wurde behalten</translation>
    </message>
    <message>
        <source>The keys of the beginning: {action}</source>
        <translation>Die Tasten vom Anfang: {action}</translation>
    </message>
    <message>
        <source>The language changes at the next start: something is still going on here</source>
        <translation>Die Sprache wechselt beim nächsten Start: Hier ist noch etwas im Gange</translation>
    </message>
    <message>
        <source>The lock is off</source>
        <translation>Die Sperre ist aus</translation>
    </message>
    <message>
        <source>The memory file could not be read</source>
        <translation>Die Speicherdatei ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>The memory file could not be used</source>
        <translation>Die Speicherdatei ließ sich nicht benutzen</translation>
    </message>
    <message>
        <source>The memory file is damaged</source>
        <translation>Die Gedächtnisdatei ist beschädigt</translation>
    </message>
    <message>
        <source>The memory file is encrypted</source>
        <translation>Die Gedächtnisdatei ist verschlüsselt</translation>
    </message>
    <message>
        <source>The memory file is encrypted (AES-256). Keepwise asks for the passphrase at each start.</source>
        <translation>Die Gedächtnisdatei ist verschlüsselt (AES-256). Keepwise fragt bei jedem Start nach der Passphrase.</translation>
    </message>
    <message>
        <source>The memory file is in use</source>
        <translation>Die Speicherdatei ist in Gebrauch</translation>
    </message>
    <message>
        <source>The memory file is plain again</source>
        <translation>Die Gedächtnisdatei ist wieder unverschlüsselt</translation>
    </message>
    <message>
        <source>The memory file is plain: whoever can read your files can read it. With a passphrase it is encrypted, with its backups, and Keepwise asks for it at each start.</source>
        <translation>Die Gedächtnisdatei ist unverschlüsselt: Wer deine Dateien lesen kann, kann sie lesen. Mit einer Passphrase wird sie mitsamt ihren Sicherungen verschlüsselt, und Keepwise fragt bei jedem Start danach.</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>Die Nachricht</translation>
    </message>
    <message>
        <source>The model could not be used</source>
        <translation>Das Modell ließ sich nicht benutzen</translation>
    </message>
    <message>
        <source>The model is not on this computer</source>
        <translation>Das Modell ist nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>The model stopped unexpectedly</source>
        <translation>Das Modell hat unerwartet aufgehört</translation>
    </message>
    <message>
        <source>The model was closed while it was answering.</source>
        <translation>Das Modell wurde geschlossen, während es antwortete.</translation>
    </message>
    <message>
        <source>The model&apos;s context is full. What was learned from them is still recalled.</source>
        <translation>Der Kontext des Modells ist voll. Was daraus gelernt wurde, wird weiter abgerufen.</translation>
    </message>
    <message>
        <source>The model&apos;s process {how}. It is started again at the next message.</source>
        <translation>Der Prozess des Modells ist zu Ende ({how}). Bei der nächsten Nachricht startet er neu.</translation>
    </message>
    <message>
        <source>The model, your chats and everything learned from them lie on this computer. Nothing is sent.</source>
        <translation>Das Modell, deine Chats und alles daraus Gelernte liegen auf diesem Computer. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>The models lie in {path}</source>
        <translation>Die Modelle liegen in {path}</translation>
    </message>
    <message>
        <source>The models lie in {target} now</source>
        <translation>Die Modelle liegen jetzt in {target}</translation>
    </message>
    <message>
        <source>The old data in {old} are deleted</source>
        <translation>Die alten Daten in {old} sind gelöscht</translation>
    </message>
    <message>
        <source>The outcome is empty. Say in a few words how it turned out.</source>
        <translation>Der Ausgang ist leer. Sag in ein paar Worten, wie es ausgegangen ist.</translation>
    </message>
    <message>
        <source>The quick ask has a key of the desktop</source>
        <translation>Die Schnellfrage hat eine Taste des Schreibtischs</translation>
    </message>
    <message>
        <source>The quick ask has no key of the desktop</source>
        <translation>Die Schnellfrage hat keine Taste des Schreibtischs</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>The server is no longer in the list</source>
        <translation>Der Server ist nicht mehr in der Liste</translation>
    </message>
    <message>
        <source>The temporary chat has ended</source>
        <translation>Der temporäre Chat ist zu Ende</translation>
    </message>
    <message>
        <source>The text is empty. Write something first.</source>
        <translation>Der Text ist leer. Schreib zuerst etwas.</translation>
    </message>
    <message>
        <source>The text is empty. Write something, or forget the item instead.</source>
        <translation>Der Text ist leer. Schreib etwas, oder vergiss den Eintrag stattdessen.</translation>
    </message>
    <message>
        <source>The text is empty. Write something, or reject the item instead.</source>
        <translation>Der Text ist leer. Schreib etwas, oder lehne den Eintrag stattdessen ab.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
        <source>The window locks after 5 minutes</source>
        <translation>Das Fenster sperrt sich nach 5 Minuten</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Theme changed</source>
        <translation>Design geändert</translation>
    </message>
    <message>
        <source>There is a memory file in {target} already. Choose an empty folder.</source>
        <translation>In {target} liegt schon eine Speicherdatei. Wähle einen leeren Ordner.</translation>
    </message>
    <message>
        <source>There is no backup beside it.</source>
        <translation>Daneben liegt keine Sicherung.</translation>
    </message>
    <message>
        <source>There is no item {id} (any more).</source>
        <translation>Einen Eintrag {id} gibt es nicht (mehr).</translation>
    </message>
    <message>
        <source>There is no language model yet</source>
        <translation>Noch gibt es kein Sprachmodell</translation>
    </message>
    <message>
        <source>There is no room for it beside the other files. Send it in the next message.</source>
        <translation>Neben den anderen Dateien ist dafür kein Platz. Sende sie mit der nächsten Nachricht.</translation>
    </message>
    <message>
        <source>There is no way back without the passphrase: nobody can restore it, and without it your memories cannot be read, by you neither. Write it down. An export is plain text; keep it in a safe place.</source>
        <translation>Ohne die Passphrase gibt es kein Zurück: Niemand kann sie wiederherstellen, und ohne sie sind deine Erinnerungen nicht lesbar, auch für dich nicht. Schreib sie auf. Ein Export ist unverschlüsselt; bewahre ihn sicher auf.</translation>
    </message>
    <message>
        <source>There is not enough room in {folder}: {needed} bytes are needed, {free} are free.</source>
        <translation>In {folder} ist nicht genug Platz: {needed} Bytes werden gebraucht, {free} sind frei.</translation>
    </message>
    <message>
        <source>There is nothing to keep yet</source>
        <translation>Noch gibt es nichts zu behalten</translation>
    </message>
    <message>
        <source>There is room for one value only. Replace the old one, or reject the new one.</source>
        <translation>Hier ist nur Platz für einen Wert. Ersetze den alten, oder lehne den neuen ab.</translation>
    </message>
    <message>
        <source>These backups could not be read and stay as they are: {names}</source>
        <translation>Diese Sicherungen konnten nicht gelesen werden und bleiben, wie sie sind: {names}</translation>
    </message>
    <message>
        <source>These items have changed since. Look for suggestions again.</source>
        <translation>Diese Einträge haben sich inzwischen geändert. Suche noch einmal nach Vorschlägen.</translation>
    </message>
    <message>
        <source>These matters are only suggested, never saved silently, unless you tick them.</source>
        <translation>Diese Themen werden nur vorgeschlagen und nie still gespeichert, außer du hakst sie an.</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>Ding</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Denkt nach…</translation>
    </message>
    <message numerus="yes">
        <source>Thinking… {n} words</source>
        <comment>Thinking… {n} word</comment>
        <translation>
            <numerusform>Denkt nach… {n} Wort</numerusform>
            <numerusform>Denkt nach… {n} Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>This backup is under an earlier passphrase.</source>
        <translation>Diese Sicherung hat eine frühere Passphrase.</translation>
    </message>
    <message>
        <source>This cannot be undone. The sentences it was learned from are cut out of your chats as well, so that nothing of it stays in the memory file.</source>
        <translation>Das lässt sich nicht rückgängig machen. Auch die Sätze, aus denen es gelernt wurde, werden aus deinen Chats geschnitten, damit nichts davon in der Speicherdatei bleibt.</translation>
    </message>
    <message>
        <source>This chat</source>
        <translation>Dieser Chat</translation>
    </message>
    <message>
        <source>This chat is kept already. Go on with it there.</source>
        <translation>Dieser Chat ist schon behalten. Mach dort weiter.</translation>
    </message>
    <message>
        <source>This chat is temporary: nothing of it is kept. Keep the chat to have it remembered.</source>
        <translation>Dieser Chat ist temporär: Nichts davon wird behalten. Behalte den Chat, damit er im Gedächtnis bleibt.</translation>
    </message>
    <message>
        <source>This computer has {total} of memory, {free} of it free now. {where}</source>
        <translation>Dieser Computer hat {total} Arbeitsspeicher, {free} davon sind gerade frei. {where}</translation>
    </message>
    <message>
        <source>This is how it is now. Nothing was changed.</source>
        <translation>So ist es schon. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This is too long for the model</source>
        <translation>Das ist zu lang für das Modell</translation>
    </message>
    <message>
        <source>This item is rejected already.</source>
        <translation>Dieser Eintrag ist schon abgelehnt.</translation>
    </message>
    <message>
        <source>This message needs {needed} tokens, and the model reads at most {limit} at once. It is saved; send it in parts, or choose a model with a larger context.</source>
        <translation>Diese Nachricht braucht {needed} Token, und das Modell liest höchstens {limit} auf einmal. Sie ist gespeichert; sende sie in Teilen, oder wähle ein Modell mit größerem Kontext.</translation>
    </message>
    <message>
        <source>This needs {needed} tokens, and the model holds {limit}. Begin a new chat or send less.</source>
        <translation>Das braucht {needed} Token, und das Modell fasst {limit}. Beginne einen neuen Chat, oder sende weniger.</translation>
    </message>
    <message>
        <source>This was changed since ({act}). Undo that first, or forget the item instead.</source>
        <translation>Das wurde seither geändert ({act}). Nimm das zuerst zurück, oder vergiss den Eintrag stattdessen.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Rechenkerne</translation>
    </message>
    <message>
        <source>Threads changed</source>
        <translation>Rechenkerne geändert</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Alle anhaken</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Keine anhaken</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>Angehakt</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Timezone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>Too short: at least {n} characters.</source>
        <translation>Zu kurz: mindestens {n} Zeichen.</translation>
    </message>
    <message>
        <source>True since {since} until {until}.</source>
        <translation>Galt vom {since} bis zum {until}.</translation>
    </message>
    <message>
        <source>True since {since}.</source>
        <translation>Gilt seit {since}.</translation>
    </message>
    <message>
        <source>True until {until}.</source>
        <translation>Galt bis zum {until}.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try to answer again</source>
        <translation>Noch einmal zu antworten versuchen</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Ausschalten…</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Turn the encryption off</source>
        <translation>Verschlüsselung ausschalten</translation>
    </message>
    <message>
        <source>Turned out: {outcome}</source>
        <translation>Ausgang: {outcome}</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Type its passphrase to open Keepwise.</source>
        <translation>Gib die Passphrase ein, um Keepwise zu öffnen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>Alles rückgängig</translation>
    </message>
    <message>
        <source>Undo all answers of this review</source>
        <translation>Alle Antworten dieser Prüfung zurücknehmen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Unlock Keepwise</source>
        <translation>Keepwise entsperren</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Ablösen</translation>
    </message>
    <message>
        <source>Until then your chats and everything that was learned can be read, searched, changed and added to. Nothing is lost.</source>
        <translation>Bis dahin kannst du deine Chats und alles Gelernte lesen, durchsuchen, ändern und ergänzen. Nichts geht verloren.</translation>
    </message>
    <message>
        <source>Use DuckDB</source>
        <translation>DuckDB benutzen</translation>
    </message>
    <message>
        <source>Use a file of my own…</source>
        <translation>Eine eigene Datei benutzen…</translation>
    </message>
    <message>
        <source>Use it where it lies</source>
        <translation>Dort benutzen, wo sie liegt</translation>
    </message>
    <message>
        <source>Use it: leaves this computer</source>
        <translation>Benutzen: verlässt diesen Computer</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Dieses Modell benutzen</translation>
    </message>
    <message>
        <source>Used memories</source>
        <translation>Benutzte Erinnerungen</translation>
    </message>
    <message numerus="yes">
        <source>Used {n} memories</source>
        <comment>Used {n} memory</comment>
        <translation>
            <numerusform>{n} Erinnerung benutzt</numerusform>
            <numerusform>{n} Erinnerungen benutzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Using {tool}…</source>
        <translation>Benutzt {tool}…</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Version {text}</source>
        <translation>Fassung {text}</translation>
    </message>
    <message>
        <source>Wait for the answer, or stop it with Esc</source>
        <translation>Warte die Antwort ab, oder halte sie mit Esc an</translation>
    </message>
    <message>
        <source>Waits for your word</source>
        <translation>Wartet auf dein Wort</translation>
    </message>
    <message>
        <source>Weak: somebody who has the file could guess it. Add a word or two.</source>
        <translation>Schwach: Wer die Datei hat, könnte sie erraten. Füge ein, zwei Wörter hinzu.</translation>
    </message>
    <message>
        <source>Welcome to Keepwise</source>
        <translation>Willkommen bei Keepwise</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>What I know about {topic}</source>
        <translation>Was ich über {topic} weiß</translation>
    </message>
    <message>
        <source>What I’ve learned</source>
        <translation>Was ich gelernt habe</translation>
    </message>
    <message>
        <source>What becomes of older backups</source>
        <translation>Was aus älteren Sicherungen wird</translation>
    </message>
    <message>
        <source>What do you remember about me?</source>
        <translation>Woran erinnerst du dich bei mir?</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>What has come is kept.</source>
        <translation>Was gekommen ist, bleibt.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>What is to be remembered</source>
        <translation>Was zu merken ist</translation>
    </message>
    <message>
        <source>What it learned from your words stands on the right, each with the sentence it rests on.</source>
        <translation>Was es aus deinen Worten gelernt hat, steht daneben, jedes mit dem Satz, auf dem es beruht.</translation>
    </message>
    <message>
        <source>What shall we work on?</source>
        <translation>Woran wollen wir arbeiten?</translation>
    </message>
    <message>
        <source>What should be different next time?</source>
        <translation>Was soll nächstes Mal anders sein?</translation>
    </message>
    <message>
        <source>What the assistant calls you. It is a field of your profile.</source>
        <translation>Wie der Assistent dich nennt. Es ist ein Feld deines Profils.</translation>
    </message>
    <message>
        <source>What the modes mean</source>
        <translation>Was die Arten bedeuten</translation>
    </message>
    <message>
        <source>What to do with {name}</source>
        <translation>Was mit {name} geschehen soll</translation>
    </message>
    <message>
        <source>What was known</source>
        <translation>Was bekannt war</translation>
    </message>
    <message>
        <source>What was known on…</source>
        <translation>Was bekannt war am…</translation>
    </message>
    <message>
        <source>What was learned follows the message that is shown</source>
        <translation>Das Gelernte folgt der Nachricht, die gezeigt wird</translation>
    </message>
    <message>
        <source>What was learned, as JSON or Markdown. Import also reads exports of ChatGPT and Claude.</source>
        <translation>Das Gelernte, als JSON oder Markdown. Der Import liest auch Exporte von ChatGPT und Claude.</translation>
    </message>
    <message>
        <source>What was true</source>
        <translation>Was galt</translation>
    </message>
    <message>
        <source>What was wrong with the answer</source>
        <translation>Was an der Antwort falsch war</translation>
    </message>
    <message>
        <source>What was wrong?</source>
        <translation>Was war falsch?</translation>
    </message>
    <message>
        <source>What you decided and why comes here. Later I ask how it turned out.</source>
        <translation>Was du entschieden hast und warum, kommt hierher. Später frage ich, wie es ausgegangen ist.</translation>
    </message>
    <message>
        <source>What you forget waits here, out of every answer, until you restore it or empty the bin.</source>
        <translation>Was du vergisst, wartet hier, außerhalb jeder Antwort, bis du es wiederherstellst oder den Papierkorb leerst.</translation>
    </message>
    <message>
        <source>What you like, do and plan comes here.</source>
        <translation>Was du magst, tust und vorhast, kommt hierher.</translation>
    </message>
    <message>
        <source>What you say is saved after each answer. You can undo it.</source>
        <translation>Was du sagst, wird nach jeder Antwort gespeichert. Du kannst es zurücknehmen.</translation>
    </message>
    <message>
        <source>What you write, and what Keepwise recalls for it, is sent to this address: it leaves this computer. Only use a server that you trust. Off until you choose a model from it. Its key is stored in the memory file, and encrypted with it when you turn that on under Settings, Safe-keeping.</source>
        <translation>Was du schreibst und was Keepwise dazu erinnert, wird an diese Adresse geschickt: Es verlässt diesen Computer. Nutze nur einen Server, dem du vertraust. Aus, bis du ein Modell von ihm wählst. Sein Schlüssel steht in der Gedächtnisdatei und wird mit ihr verschlüsselt, wenn du das unter Einstellungen, Sicherheit einschaltest.</translation>
    </message>
    <message>
        <source>Whatever you choose, the damaged file is kept beside the new one.</source>
        <translation>Was du auch wählst, die beschädigte Datei bleibt neben der neuen erhalten.</translation>
    </message>
    <message>
        <source>When to lock</source>
        <translation>Wann gesperrt wird</translation>
    </message>
    <message>
        <source>Where from?</source>
        <translation>Woher?</translation>
    </message>
    <message>
        <source>Where shall the models lie?</source>
        <translation>Wo sollen die Modelle liegen?</translation>
    </message>
    <message>
        <source>Where shall your data lie?</source>
        <translation>Wo sollen deine Daten liegen?</translation>
    </message>
    <message>
        <source>Who or what</source>
        <translation>Wer oder was</translation>
    </message>
    <message>
        <source>Who or what it is, in one line</source>
        <translation>Wer oder was es ist, in einer Zeile</translation>
    </message>
    <message>
        <source>Whoever can read your files can then read your memories and chats.</source>
        <translation>Wer deine Dateien lesen kann, kann dann deine Erinnerungen und Chats lesen.</translation>
    </message>
    <message>
        <source>Whom or what</source>
        <translation>Wen oder was</translation>
    </message>
    <message>
        <source>Why you are asked</source>
        <translation>Warum du gefragt wirst</translation>
    </message>
    <message>
        <source>Will be slow</source>
        <translation>Wird langsam sein</translation>
    </message>
    <message>
        <source>With a model of this list nothing you write leaves this computer.</source>
        <translation>Mit einem Modell dieser Liste verlässt nichts, was du schreibst, diesen Computer.</translation>
    </message>
    <message>
        <source>Works at the harbour.</source>
        <translation>Arbeitet am Hafen.</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Schreib eine Nachricht</translation>
    </message>
    <message>
        <source>Write a name first.</source>
        <translation>Schreib zuerst einen Namen.</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Schreib zuerst etwas.</translation>
    </message>
    <message>
        <source>Write the day as 2027-01-31.</source>
        <translation>Schreib den Tag so: 2027-01-31.</translation>
    </message>
    <message>
        <source>Writing for five seconds…</source>
        <translation>Schreibt fünf Sekunden lang…</translation>
    </message>
    <message>
        <source>Writing your memory as plain text…</source>
        <translation>Dein Gedächtnis wird entschlüsselt…</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>You allowed it</source>
        <translation>Du hast es erlaubt</translation>
    </message>
    <message>
        <source>You are called {name}</source>
        <translation>Du wirst {name} genannt</translation>
    </message>
    <message>
        <source>You chose “{mode}” for {store}.</source>
        <translation>Für „{store}“ hast du „{mode}“ gewählt.</translation>
    </message>
    <message>
        <source>You decide</source>
        <translation>Du entscheidest</translation>
    </message>
    <message>
        <source>You said this</source>
        <translation>Du hast das gesagt</translation>
    </message>
    <message>
        <source>You wrote this</source>
        <translation>Du hast das geschrieben</translation>
    </message>
    <message>
        <source>You wrote this here by hand on {day}. No conversation is behind it.</source>
        <translation>Das hast du hier am {day} von Hand geschrieben. Dahinter steht kein Gespräch.</translation>
    </message>
    <message>
        <source>You wrote this on {day}.</source>
        <translation>Das hast du am {day} geschrieben.</translation>
    </message>
    <message>
        <source>You: {text}</source>
        <translation>Du: {text}</translation>
    </message>
    <message>
        <source>Your backups follow.</source>
        <translation>Deine Sicherungen ziehen mit.</translation>
    </message>
    <message>
        <source>Your chats will appear here. They stay on this computer.</source>
        <translation>Deine Chats erscheinen hier. Sie bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Deine Daten</translation>
    </message>
    <message>
        <source>Your data lie in {new} now. The old ones in {old} are still there.</source>
        <translation>Deine Daten liegen jetzt in {new}. Die alten in {old} sind noch da.</translation>
    </message>
    <message>
        <source>Your desktop gave no key to the quick ask</source>
        <translation>Dein Schreibtisch hat der Schnellfrage keine Taste gegeben</translation>
    </message>
    <message>
        <source>Your memory file cannot be read</source>
        <translation>Deine Gedächtnisdatei ist nicht lesbar</translation>
    </message>
    <message>
        <source>Your memory is encrypted</source>
        <translation>Dein Gedächtnis ist verschlüsselt</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>Deine Nachricht</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>Your name, home, role and language come here, one line each.</source>
        <translation>Dein Name, Wohnort, Beruf und deine Sprache kommen hierher, je eine Zeile.</translation>
    </message>
    <message>
        <source>Your own file, copied in.</source>
        <translation>Deine eigene Datei, hineinkopiert.</translation>
    </message>
    <message>
        <source>Your own file, used where it lies.</source>
        <translation>Deine eigene Datei, dort benutzt, wo sie liegt.</translation>
    </message>
    <message>
        <source>Your rules</source>
        <translation>Deine Regeln</translation>
    </message>
    <message>
        <source>[picture: {name}]</source>
        <translation>[Bild: {name}]</translation>
    </message>
    <message>
        <source>a key of your choice</source>
        <translation>einer Taste deiner Wahl</translation>
    </message>
    <message>
        <source>about {n} h left</source>
        <translation>noch etwa {n} Std.</translation>
    </message>
    <message>
        <source>about {n} min left</source>
        <translation>noch etwa {n} Min.</translation>
    </message>
    <message>
        <source>about {n} s left</source>
        <translation>noch etwa {n} Sek.</translation>
    </message>
    <message numerus="yes">
        <source>about {n} words a second</source>
        <comment>about {n} word a second</comment>
        <translation>
            <numerusform>etwa {n} Wort pro Sekunde</numerusform>
            <numerusform>etwa {n} Wörter pro Sekunde</numerusform>
        </translation>
    </message>
    <message>
        <source>always given</source>
        <translation>immer mitgegeben</translation>
    </message>
    <message numerus="yes">
        <source>and {n} older lines</source>
        <comment>and {n} older lines</comment>
        <translation>
            <numerusform>und {n} ältere Zeile</numerusform>
            <numerusform>und {n} ältere Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>at {when}</source>
        <translation>um {when}</translation>
    </message>
    <message>
        <source>by the assistant</source>
        <translation>vom Assistenten</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>von dir</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>von {name}</translation>
    </message>
    <message>
        <source>children</source>
        <translation>Kinder</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>d. MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of the language, such as de</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>fact</source>
        <translation>Fakt</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>ziemlich sicher</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>first {part} %</source>
        <translation>erste {part} %</translation>
    </message>
    <message>
        <source>first {read} of {all} pages</source>
        <translation>erste {read} von {all} Seiten</translation>
    </message>
    <message>
        <source>forgotten {when}</source>
        <translation>vergessen {when}</translation>
    </message>
    <message>
        <source>from what you said</source>
        <translation>aus dem, was du gesagt hast</translation>
    </message>
    <message>
        <source>health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>insight</source>
        <translation>Einsicht</translation>
    </message>
    <message>
        <source>is here already</source>
        <translation>ist schon hier</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>leads, works at, knows…</source>
        <translation>leitet, arbeitet bei, kennt…</translation>
    </message>
    <message>
        <source>less than a word a second</source>
        <translation>weniger als ein Wort pro Sekunde</translation>
    </message>
    <message>
        <source>meaning {cosine}</source>
        <translation>Bedeutung {cosine}</translation>
    </message>
    <message>
        <source>meaning {cosine}, words {keywords}</source>
        <translation>Bedeutung {cosine}, Wörter {keywords}</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>needs {size} of memory</source>
        <translation>braucht {size} Arbeitsspeicher</translation>
    </message>
    <message>
        <source>needs {size} of memory; this computer has {total}</source>
        <translation>braucht {size} Arbeitsspeicher; dieser Computer hat {total}</translation>
    </message>
    <message>
        <source>not quite sure</source>
        <translation>nicht ganz sicher</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>noch nicht benutzt</translation>
    </message>
    <message>
        <source>note on this chat</source>
        <translation>Notiz zu diesem Chat</translation>
    </message>
    <message>
        <source>on {when}</source>
        <translation>am {when}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>politics</source>
        <translation>Politik</translation>
    </message>
    <message>
        <source>quite sure</source>
        <translation>recht sicher</translation>
    </message>
    <message>
        <source>religion</source>
        <translation>Religion</translation>
    </message>
    <message>
        <source>replaces “{text}”</source>
        <translation>ersetzt „{text}“</translation>
    </message>
    <message>
        <source>score {score}</source>
        <translation>Wert {score}</translation>
    </message>
    <message>
        <source>sexuality</source>
        <translation>Sexualität</translation>
    </message>
    <message>
        <source>since {when}</source>
        <translation>seit {when}</translation>
    </message>
    <message numerus="yes">
        <source>used {n} times</source>
        <comment>used once</comment>
        <translation>
            <numerusform>einmal benutzt</numerusform>
            <numerusform>{n}-mal benutzt</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>you</source>
        <translation>dich</translation>
    </message>
    <message>
        <source>you asked what is known</source>
        <translation>du hast gefragt, was bekannt ist</translation>
    </message>
    <message>
        <source>your identity</source>
        <translation>deine Identität</translation>
    </message>
    <message>
        <source>{about} Licence: {licence}.</source>
        <translation>{about} Lizenz: {licence}.</translation>
    </message>
    <message>
        <source>{action}: no keys any more</source>
        <translation>{action}: keine Tasten mehr</translation>
    </message>
    <message>
        <source>{action}: {keys}</source>
        <translation>{action}: {keys}</translation>
    </message>
    <message>
        <source>{act} what is ticked ({key})</source>
        <translation>{act}, was angehakt ist ({key})</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} von {all}</translation>
    </message>
    <message>
        <source>{error} Check that this computer is online, then try again: what has come is kept. Keepwise can be used without a model meanwhile; nothing is lost.</source>
        <translation>{error} Prüfe, ob dieser Computer online ist, und versuche es dann noch einmal: Was gekommen ist, bleibt. Bis dahin kannst du Keepwise ohne Modell benutzen; nichts geht verloren.</translation>
    </message>
    <message>
        <source>{error} {speaks} goes on answering.</source>
        <translation>{error} {speaks} antwortet weiter.</translation>
    </message>
    <message>
        <source>{file} · Esc quits</source>
        <translation>{file} · Esc beendet</translation>
    </message>
    <message>
        <source>{gone}: its chat was deleted</source>
        <translation>{gone}: Der Chat dazu wurde gelöscht</translation>
    </message>
    <message>
        <source>{here} of {all}</source>
        <translation>{here} von {all}</translation>
    </message>
    <message>
        <source>{host} answers, but lists no model. Load one there first.</source>
        <translation>{host} antwortet, nennt aber kein Modell. Lade dort zuerst eines.</translation>
    </message>
    <message>
        <source>{how} (measured here)</source>
        <translation>{how} (hier gemessen)</translation>
    </message>
    <message>
        <source>{how}, estimated</source>
        <translation>{how}, geschätzt</translation>
    </message>
    <message>
        <source>{keys} alone is needed for writing and moving. Take Ctrl or Alt with it, or a function key.</source>
        <translation>{keys} allein wird zum Schreiben und Bewegen gebraucht. Nimm Strg oder Alt dazu, oder eine Funktionstaste.</translation>
    </message>
    <message>
        <source>{keys} is needed for text (copy, cut, paste, select all). Choose others.</source>
        <translation>{keys} wird für Text gebraucht (kopieren, ausschneiden, einfügen, alles auswählen). Wähle andere.</translation>
    </message>
    <message>
        <source>{keys} is taken by “{action}”. Choose others, or change those first.</source>
        <translation>{keys} gehört schon zu „{action}“. Wähle andere, oder ändere zuerst jene.</translation>
    </message>
    <message>
        <source>{matter} is asked about</source>
        <translation>{matter}: wird nachgefragt</translation>
    </message>
    <message>
        <source>{matter} is saved without asking</source>
        <translation>{matter}: wird ohne Nachfrage gespeichert</translation>
    </message>
    <message>
        <source>{more} more</source>
        <translation>{more} weitere</translation>
    </message>
    <message>
        <source>{more} more came in and wait until the end.</source>
        <translation>{more} weitere kamen herein und warten bis zum Ende.</translation>
    </message>
    <message numerus="yes">
        <source>{name} ({n} things)</source>
        <comment>{name} ({n} thing)</comment>
        <translation>
            <numerusform>{name} ({n} Sache)</numerusform>
            <numerusform>{name} ({n} Dinge)</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} and {other} are one already.</source>
        <translation>{name} und {other} sind schon eins.</translation>
    </message>
    <message>
        <source>{name} cannot be linked to itself.</source>
        <translation>{name} lässt sich nicht mit sich selbst verbinden.</translation>
    </message>
    <message>
        <source>{name} cannot be read directly. Save it as PDF or plain text and attach that.</source>
        <translation>{name} lässt sich nicht unmittelbar lesen. Speichere es als PDF oder reinen Text, und hänge das an.</translation>
    </message>
    <message>
        <source>{name} did not come: {why} What has come is kept, and it goes on under Models.</source>
        <translation>{name} ist nicht angekommen: {why} Was schon da ist, bleibt, und unter Modelle geht es weiter.</translation>
    </message>
    <message>
        <source>{name} does not have the expected checksum; it was deleted.</source>
        <translation>{name} hat nicht die erwartete Prüfsumme; die Datei wurde gelöscht.</translation>
    </message>
    <message>
        <source>{name} has {size} MB; a PDF of up to {most} MB is read.</source>
        <translation>{name} hat {size} MB; PDF-Dateien werden bis {most} MB gelesen.</translation>
    </message>
    <message>
        <source>{name} has {size} MB; text of up to {most} MB is read. Attach the part that matters.</source>
        <translation>{name} hat {size} MB; Text wird bis {most} MB gelesen. Hänge den Teil an, auf den es ankommt.</translation>
    </message>
    <message>
        <source>{name} holds no language model that can chat. Choose a model file made for chat.</source>
        <translation>{name} enthält kein Sprachmodell, das chatten kann. Wähle eine Modelldatei, die für Chats gemacht ist.</translation>
    </message>
    <message>
        <source>{name} holds no text.</source>
        <translation>{name} enthält keinen Text.</translation>
    </message>
    <message>
        <source>{name} holds only pictures of pages (a scan), no text. Run text recognition on it first.</source>
        <translation>{name} enthält nur Bilder von Seiten (ein Scan), keinen Text. Lass zuerst eine Texterkennung darüber laufen.</translation>
    </message>
    <message>
        <source>{name} is archived</source>
        <translation>{name} ist archiviert</translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation>{name} ist wieder da</translation>
    </message>
    <message>
        <source>{name} is damaged or of a kind of PDF that cannot be read.</source>
        <translation>{name} ist beschädigt oder ein PDF einer Art, die sich nicht lesen lässt.</translation>
    </message>
    <message>
        <source>{name} is in the list now</source>
        <translation>{name} ist jetzt in der Liste</translation>
    </message>
    <message>
        <source>{name} is known already. Merge the two, if they are one.</source>
        <translation>{name} ist schon bekannt. Vereine die beiden, falls sie eins sind.</translation>
    </message>
    <message>
        <source>{name} is locked by a password. Save a copy without one and attach that.</source>
        <translation>{name} ist mit einem Passwort gesperrt. Speichere eine Kopie ohne, und hänge die an.</translation>
    </message>
    <message>
        <source>{name} is named</source>
        <translation>{name} wird genannt</translation>
    </message>
    <message>
        <source>{name} is no file. Attach the files that are in it one by one.</source>
        <translation>{name} ist keine Datei. Hänge die Dateien darin einzeln an.</translation>
    </message>
    <message>
        <source>{name} is not a model file in GGUF format.</source>
        <translation>{name} ist keine Modelldatei im GGUF-Format.</translation>
    </message>
    <message>
        <source>{name} is not a model file: choose one whose name ends in .gguf.</source>
        <translation>{name} ist keine Modelldatei: Wähle eine, deren Name auf .gguf endet.</translation>
    </message>
    <message>
        <source>{name} is not text. Text, Markdown, code, CSV, JSON, HTML and PDF files can be attached.</source>
        <translation>{name} ist kein Text. Anhängen kannst du Text, Markdown, Code, CSV, JSON, HTML und PDF.</translation>
    </message>
    <message>
        <source>{name} is on its own again</source>
        <translation>{name} steht wieder für sich</translation>
    </message>
    <message>
        <source>{name} was archived; it is back.</source>
        <translation>{name} war archiviert und ist wieder da.</translation>
    </message>
    <message>
        <source>{name} was merged with another. Take the two apart on that page.</source>
        <translation>{name} wurde mit etwas anderem vereint. Trenne die beiden auf jener Seite.</translation>
    </message>
    <message>
        <source>{name}. {told}. Last spoken of {when}</source>
        <translation>{name}. {told}. Zuletzt erwähnt: {when}</translation>
    </message>
    <message>
        <source>{name}: This model reads text only, no images. Describe what the picture shows.</source>
        <translation>{name}: Dieses Modell liest nur Text, keine Bilder. Beschreibe, was das Bild zeigt.</translation>
    </message>
    <message>
        <source>{name}: {reason}. Choose another place.</source>
        <translation>{name}: {reason}. Wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>{needs}, {free} of {total} are free · {speed}</source>
        <translation>{needs}, {free} von {total} sind frei · {speed}</translation>
    </message>
    <message>
        <source>{new} new, {known} known already, {skipped} left out</source>
        <translation>{new} neu, {known} schon bekannt, {skipped} ausgelassen</translation>
    </message>
    <message>
        <source>{new} stopped in its first answer, so {old} speaks again. Your message is still there.</source>
        <translation>{new} ist bei der ersten Antwort abgebrochen, darum spricht wieder {old}. Deine Nachricht ist noch da.</translation>
    </message>
    <message numerus="yes">
        <source>{n} accepted</source>
        <comment>{n} accepted</comment>
        <translation>
            <numerusform>{n} angenommen</numerusform>
            <numerusform>{n} angenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes</source>
        <comment>{n} byte</comment>
        <translation>
            <numerusform>{n} Byte</numerusform>
            <numerusform>{n} Bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cores</source>
        <comment>{n} core</comment>
        <translation>
            <numerusform>{n} Kern</numerusform>
            <numerusform>{n} Kerne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days ago</source>
        <comment>{n} day ago</comment>
        <translation>
            <numerusform>vor {n} Tag</numerusform>
            <numerusform>vor {n} Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} edited</source>
        <comment>{n} edited</comment>
        <translation>
            <numerusform>{n} bearbeitet</numerusform>
            <numerusform>{n} bearbeitet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <comment>{n} hour ago</comment>
        <translation>
            <numerusform>vor {n} Stunde</numerusform>
            <numerusform>vor {n} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} items</source>
        <comment>{n} item</comment>
        <translation>
            <numerusform>{n} Eintrag</numerusform>
            <numerusform>{n} Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} items forgotten for good.</source>
        <comment>{n} item forgotten for good.</comment>
        <translation>
            <numerusform>{n} Eintrag endgültig vergessen.</numerusform>
            <numerusform>{n} Einträge endgültig vergessen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} items found. Tick what is to be forgotten; it can be undone.</source>
        <comment>{n} item found. Tick what is to be forgotten; it can be undone.</comment>
        <translation>
            <numerusform>{n} Eintrag gefunden. Hake an, was vergessen werden soll; du kannst es rückgängig machen.</numerusform>
            <numerusform>{n} Einträge gefunden. Hake an, was vergessen werden soll; du kannst es rückgängig machen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} items moved to {title}</source>
        <comment>{n} item moved to {title}</comment>
        <translation>
            <numerusform>{n} Eintrag nach „{title}“ verschoben</numerusform>
            <numerusform>{n} Einträge nach „{title}“ verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} items selected</source>
        <comment>{n} item selected</comment>
        <translation>
            <numerusform>{n} Eintrag ausgewählt</numerusform>
            <numerusform>{n} Einträge ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} kept beside the old one</source>
        <comment>{n} kept beside the old one</comment>
        <translation>
            <numerusform>{n} neben dem alten behalten</numerusform>
            <numerusform>{n} neben dem alten behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left for later</source>
        <comment>{n} left for later</comment>
        <translation>
            <numerusform>{n} für später gelassen</numerusform>
            <numerusform>{n} für später gelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} memories written to {name}</source>
        <comment>{n} memory written to {name}</comment>
        <translation>
            <numerusform>{n} Erinnerung nach {name} geschrieben</numerusform>
            <numerusform>{n} Erinnerungen nach {name} geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} messages wait</source>
        <comment>{n} message waits</comment>
        <translation>
            <numerusform>{n} Nachricht wartet</numerusform>
            <numerusform>{n} Nachrichten warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} min ago</source>
        <comment>{n} min ago</comment>
        <translation>
            <numerusform>vor {n} Min.</numerusform>
            <numerusform>vor {n} Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <comment>{n} minute ago</comment>
        <translation>
            <numerusform>vor {n} Minute</numerusform>
            <numerusform>vor {n} Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} never suggested again</source>
        <comment>{n} never suggested again</comment>
        <translation>
            <numerusform>{n} wird nie wieder vorgeschlagen</numerusform>
            <numerusform>{n} werden nie wieder vorgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} older backups are plain.</source>
        <comment>{n} older backup is plain.</comment>
        <translation>
            <numerusform>{n} ältere Sicherung ist unverschlüsselt.</numerusform>
            <numerusform>{n} ältere Sicherungen sind unverschlüsselt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages</source>
        <comment>{n} page</comment>
        <translation>
            <numerusform>{n} Seite</numerusform>
            <numerusform>{n} Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rejected</source>
        <comment>{n} rejected</comment>
        <translation>
            <numerusform>{n} abgelehnt</numerusform>
            <numerusform>{n} abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rules taken back</source>
        <comment>{n} rule taken back</comment>
        <translation>
            <numerusform>{n} Regel zurückgenommen</numerusform>
            <numerusform>{n} Regeln zurückgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions</source>
        <comment>{n} suggestion</comment>
        <translation>
            <numerusform>{n} Vorschlag</numerusform>
            <numerusform>{n} Vorschläge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions from {name}: review them in the inbox</source>
        <comment>{n} suggestion from {name}: review them in the inbox</comment>
        <translation>
            <numerusform>{n} Vorschlag aus {name}: Prüfe ihn in der Seitenleiste</numerusform>
            <numerusform>{n} Vorschläge aus {name}: Prüfe sie in der Seitenleiste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions rejected</source>
        <comment>{n} suggestion rejected</comment>
        <translation>
            <numerusform>{n} Vorschlag abgelehnt</numerusform>
            <numerusform>{n} Vorschläge abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions saved</source>
        <comment>{n} suggestion saved</comment>
        <translation>
            <numerusform>{n} Vorschlag gespeichert</numerusform>
            <numerusform>{n} Vorschläge gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things known</source>
        <comment>{n} thing known</comment>
        <translation>
            <numerusform>{n} Sache bekannt</numerusform>
            <numerusform>{n} Dinge bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things left as it is</source>
        <comment>{n} thing left as it is</comment>
        <translation>
            <numerusform>{n} Sache bleibt, wie sie ist</numerusform>
            <numerusform>{n} Dinge bleiben, wie sie sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things tidied up</source>
        <comment>{n} thing tidied up</comment>
        <translation>
            <numerusform>{n} Sache aufgeräumt</numerusform>
            <numerusform>{n} Dinge aufgeräumt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} ticked</source>
        <comment>{n} ticked</comment>
        <translation>
            <numerusform>{n} angehakt</numerusform>
            <numerusform>{n} angehakt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tokens</source>
        <comment>{n} token</comment>
        <translation>
            <numerusform>{n} Token</numerusform>
            <numerusform>{n} Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tokens · {speed} tokens/s</source>
        <comment>{n} token · {speed} tokens/s</comment>
        <translation>
            <numerusform>{n} Token · {speed} Token/s</numerusform>
            <numerusform>{n} Token · {speed} Token/s</numerusform>
        </translation>
    </message>
    <message>
        <source>{part} %</source>
        <translation>{part} %</translation>
    </message>
    <message>
        <source>{part} is now part of {whole}</source>
        <translation>{part} ist jetzt ein Teil von {whole}</translation>
    </message>
    <message>
        <source>{part}%</source>
        <translation>{part} %</translation>
    </message>
    <message>
        <source>{prompt_tokens} tokens read ({cached_tokens} of them warm) in {prefill_seconds} s, {generated_tokens} written in {generate_seconds} s</source>
        <translation>{prompt_tokens} Token gelesen ({cached_tokens} davon warm) in {prefill_seconds} s, {generated_tokens} geschrieben in {generate_seconds} s</translation>
    </message>
    <message>
        <source>{sentence}. Open {other}</source>
        <translation>{sentence}. {other} öffnen</translation>
    </message>
    <message>
        <source>{since} until {until}</source>
        <translation>{since} bis {until}</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} KB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation>{size} herunterzuladen</translation>
    </message>
    <message>
        <source>{speed} MB/s</source>
        <translation>{speed} MB/s</translation>
    </message>
    <message>
        <source>{speed} tokens/s</source>
        <translation>{speed} Token/s</translation>
    </message>
    <message>
        <source>{text}, forgotten {when}</source>
        <translation>{text}, vergessen {when}</translation>
    </message>
    <message>
        <source>{times}, last {when}</source>
        <translation>{times}, zuletzt {when}</translation>
    </message>
    <message>
        <source>{title} answers from now on</source>
        <translation>{title} antwortet von nun an</translation>
    </message>
    <message>
        <source>{title} comes here.</source>
        <translation>{title} kommt hierher.</translation>
    </message>
    <message>
        <source>{title} comes meanwhile, and you are asked when it is here.</source>
        <translation>{title} kommt derweil, und du wirst gefragt, wenn es da ist.</translation>
    </message>
    <message>
        <source>{title} is here now.</source>
        <translation>{title} ist jetzt hier.</translation>
    </message>
    <message>
        <source>{title} is ready</source>
        <translation>{title} ist bereit</translation>
    </message>
    <message>
        <source>{title}: as before</source>
        <translation>{title}: wie vorher</translation>
    </message>
    <message>
        <source>{title}: saved without asking from now on</source>
        <translation>{title}: wird von nun an ohne Nachfrage gespeichert</translation>
    </message>
    <message>
        <source>{used} of {limit} tokens</source>
        <translation>{used} von {limit} Token</translation>
    </message>
    <message>
        <source>{when}, before a restore</source>
        <translation>{when}, vor einer Wiederherstellung</translation>
    </message>
    <message>
        <source>{words}: {count} tokens</source>
        <translation>{words}: {count} Token</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>„{name}“ ist leer.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
    <message>
        <source>“{text}” has taken its place since. Undo or forget that first.</source>
        <translation>„{text}“ hat inzwischen seinen Platz. Nimm das zuerst zurück oder vergiss es.</translation>
    </message>
    <message>
        <source>↑ in the empty field</source>
        <translation>↑ im leeren Feld</translation>
    </message>
    <message>
        <source>↑ · ↓ · Menu</source>
        <translation>↑ · ↓ · Menü</translation>
    </message>
</context>
</TS>
