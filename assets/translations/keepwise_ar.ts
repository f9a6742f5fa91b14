<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name></name>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>, pinned</source>
        <translation>، مثبّتة</translation>
    </message>
    <message>
        <source>A copy of all memories and chats while you do nothing, and before importing and erasing everything.</source>
        <translation>نسخة من كل الذكريات والمحادثات عندما لا تفعل شيئًا، وقبل الاستيراد وقبل محو كل شيء.</translation>
    </message>
    <message>
        <source>A few words to find it by</source>
        <translation>بضع كلمات للعثور عليه</translation>
    </message>
    <message>
        <source>A file is still being read. Send when it is there, or remove it</source>
        <translation>ما زال ملف يُقرأ. أرسل حين يجهز، أو أزله</translation>
    </message>
    <message>
        <source>A good start on most computers: answers questions, uses its notes and learns from you.</source>
        <translation>بداية جيدة على معظم الحواسيب: يجيب عن الأسئلة، ويستعمل ملاحظاته، ويتعلّم منك.</translation>
    </message>
    <message>
        <source>A key of the whole desktop</source>
        <translation>مفتاح لسطح المكتب كله</translation>
    </message>
    <message>
        <source>A language model is still missing</source>
        <translation>ما زال ينقص نموذج لغوي</translation>
    </message>
    <message>
        <source>A model is a file that talks. This computer has {total} of memory, {free} of it free now; that decides which one runs well.</source>
        <translation>النموذج ملف يتكلّم. في هذا الحاسوب {total} من الذاكرة، منها {free} متاحة الآن؛ وهذا ما يحدّد أي نموذج يعمل جيدًا.</translation>
    </message>
    <message>
        <source>A server on your network</source>
        <translation>خادم على شبكتك</translation>
    </message>
    <message>
        <source>A temporary chat</source>
        <translation>محادثة مؤقتة</translation>
    </message>
    <message>
        <source>A temporary chat needs a language model too</source>
        <translation>المحادثة المؤقتة أيضًا تحتاج إلى نموذج لغوي</translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>من الألف إلى الياء</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>عنك</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Accept · reject · later</source>
        <translation>قبول · رفض · لاحقًا</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>قُبل</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Add a fact or event</source>
        <translation>إضافة معلومة أو حدث</translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation>إضافة ملف نموذج</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>إضافة ملف نموذج…</translation>
    </message>
    <message>
        <source>Add the first {one}</source>
        <translation>إضافة أول عنصر: {one}</translation>
    </message>
    <message>
        <source>Add to {title}</source>
        <translation>إضافة إلى «{title}»</translation>
    </message>
    <message>
        <source>Add {name} ({size})? A copy stays when the original goes; used where it lies it takes no further room.</source>
        <translation>إضافة {name} ({size})؟ النسخة تبقى إن زال الأصل؛ أما استعماله في مكانه فلا يأخذ مساحة أخرى.</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <source>Added to {name}</source>
        <translation>أُضيف إلى {name}</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>عنوان الخادم</translation>
    </message>
    <message numerus="yes">
        <source>After {n} minutes</source>
        <comment>After {n} minute</comment>
        <translation>
            <numerusform>بعد {n} دقيقة</numerusform>
            <numerusform>بعد دقيقة واحدة</numerusform>
            <numerusform>بعد دقيقتين</numerusform>
            <numerusform>بعد {n} دقائق</numerusform>
            <numerusform>بعد {n} دقيقة</numerusform>
            <numerusform>بعد {n} دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>All as at first</source>
        <translation>الكل كما في البداية</translation>
    </message>
    <message>
        <source>All keys as at first</source>
        <translation>كل المفاتيح كما في البداية</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>كل الأنواع</translation>
    </message>
    <message>
        <source>All of that is forgotten already.</source>
        <translation>كل ذلك منسيّ من قبل.</translation>
    </message>
    <message>
        <source>All of that is pinned already.</source>
        <translation>كل ذلك مثبّت من قبل.</translation>
    </message>
    <message>
        <source>All of that is there already.</source>
        <translation>كل ذلك هناك من قبل.</translation>
    </message>
    <message>
        <source>All reviewed</source>
        <translation>روجعت كلها</translation>
    </message>
    <message>
        <source>All stores</source>
        <translation>كل الأقسام</translation>
    </message>
    <message>
        <source>All suggestions</source>
        <translation>كل الاقتراحات</translation>
    </message>
    <message>
        <source>All suggestions as a list</source>
        <translation>كل الاقتراحات في قائمة</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>يُسمّى أيضًا</translation>
    </message>
    <message>
        <source>Also called {also}</source>
        <translation>يُسمّى أيضًا: {also}</translation>
    </message>
    <message numerus="yes">
        <source>Also forget {n} things learned there</source>
        <comment>Also forget {n} thing learned there</comment>
        <translation>
            <numerusform>لا شيء تعلّمه هناك لنسيانه</numerusform>
            <numerusform>نسيان الشيء الوحيد الذي تعلّمه هناك أيضًا</numerusform>
            <numerusform>نسيان الشيئين اللذين تعلّمهما هناك أيضًا</numerusform>
            <numerusform>نسيان {n} أشياء تعلّمها هناك أيضًا</numerusform>
            <numerusform>نسيان {n} شيئًا تعلّمه هناك أيضًا</numerusform>
            <numerusform>نسيان {n} شيء تعلّمه هناك أيضًا</numerusform>
        </translation>
    </message>
    <message>
        <source>Always allow {matter}</source>
        <translation>السماح دائمًا: {matter}</translation>
    </message>
    <message>
        <source>Always allow {title}</source>
        <translation>السماح دائمًا: {title}</translation>
    </message>
    <message>
        <source>Always given</source>
        <translation>يُعطى دائمًا</translation>
    </message>
    <message>
        <source>Another chat is being answered; Enter asks afterwards</source>
        <translation>تجري الإجابة في محادثة أخرى؛ Enter يسأل بعدها</translation>
    </message>
    <message>
        <source>Another name for it</source>
        <translation>اسم آخر له</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الإجابة</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>الإجابة مرة أخرى</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>الإجابات</translation>
    </message>
    <message>
        <source>Answers changed</source>
        <translation>تغيّرت الإجابات</translation>
    </message>
    <message>
        <source>Answers come from {host}: what you write is sent there. Click to choose a model on this computer</source>
        <translation>تأتي الإجابات من {host}: ما تكتبه يُرسل إليه. انقر لاختيار نموذج على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Any chat model in GGUF format. You can also drop the file here.</source>
        <translation>أي نموذج محادثة بصيغة GGUF. يمكنك أيضًا إفلات الملف هنا.</translation>
    </message>
    <message>
        <source>Any origin</source>
        <translation>أي مصدر</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>أرشفة</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>مؤرشفة</translation>
    </message>
    <message>
        <source>Archived ({archived})</source>
        <translation>المؤرشفة ({archived})</translation>
    </message>
    <message>
        <source>Archived · </source>
        <translation>مؤرشفة · </translation>
    </message>
    <message>
        <source>Archived “{title}”</source>
        <translation>أُرشفت «{title}»</translation>
    </message>
    <message>
        <source>Around the window</source>
        <translation>حول النافذة</translation>
    </message>
    <message>
        <source>Arrow keys move, Enter opens, E edits, Delete forgets, Space selects, P pins, Menu key for more</source>
        <translation>الأسهم للتنقّل، Enter للفتح، E للتحرير، Delete للنسيان، المسافة للتحديد، P للتثبيت، زر القائمة للمزيد</translation>
    </message>
    <message>
        <source>As before the restore</source>
        <translation>كما كان قبل الاستعادة</translation>
    </message>
    <message>
        <source>As before: {words}</source>
        <translation>كما كان: {words}</translation>
    </message>
    <message>
        <source>As light as the starter, and trained for conversation.</source>
        <translation>خفيف كالنموذج الأول، ومدرّب على المحادثة.</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>أكبر عدد مناسب</translation>
    </message>
    <message>
        <source>As the model likes</source>
        <translation>كما يشاء النموذج</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>كالمعتاد</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>اسأل ما تشاء</translation>
    </message>
    <message>
        <source>Ask in the chat</source>
        <translation>اسألني في المحادثة</translation>
    </message>
    <message>
        <source>Ask me first</source>
        <translation>اسألني أولًا</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>جارٍ السؤال…</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>المساعد</translation>
    </message>
    <message>
        <source>Assistant decides</source>
        <translation>المساعد يقرّر</translation>
    </message>
    <message>
        <source>At most {most} files go with one message</source>
        <translation>لا تُرفق بالرسالة الواحدة أكثر من {most} ملفات</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>إرفاق ملفات</translation>
    </message>
    <message>
        <source>Automatic backups</source>
        <translation>نسخ احتياطية تلقائية</translation>
    </message>
    <message>
        <source>Automatic backups changed</source>
        <translation>تغيّرت النسخ الاحتياطية التلقائية</translation>
    </message>
    <message>
        <source>Back (Ctrl+Z)</source>
        <translation>رجوع (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Back to a model here</source>
        <translation>العودة إلى نموذج هنا</translation>
    </message>
    <message>
        <source>Back to everything learned</source>
        <translation>العودة إلى كل ما تعلّمته</translation>
    </message>
    <message>
        <source>Back to the chats</source>
        <translation>العودة إلى المحادثات</translation>
    </message>
    <message>
        <source>Back to the last one (Ctrl+Z)</source>
        <translation>العودة إلى السابق (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>العودة إلى اليوم</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>نسخ احتياطي الآن</translation>
    </message>
    <message>
        <source>Backed up as {name}</source>
        <translation>حُفظت النسخة باسم {name}</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Backups to keep</source>
        <translation>النسخ التي تبقى</translation>
    </message>
    <message>
        <source>Bad answer</source>
        <translation>إجابة سيئة</translation>
    </message>
    <message>
        <source>Bad answer (your judgement)</source>
        <translation>إجابة سيئة (رأيك)</translation>
    </message>
    <message>
        <source>Bad answer (your judgement: {reason})</source>
        <translation>إجابة سيئة (رأيك: {reason})</translation>
    </message>
    <message>
        <source>Bad answer…</source>
        <translation>إجابة سيئة…</translation>
    </message>
    <message>
        <source>Badly</source>
        <translation>سيئ</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>متوازن</translation>
    </message>
    <message>
        <source>Because {reasons}</source>
        <translation>لأن: {reasons}</translation>
    </message>
    <message>
        <source>Because…</source>
        <translation>لأن…</translation>
    </message>
    <message>
        <source>Becomes, as of {date}</source>
        <translation>يصبح، اعتبارًا من {date}</translation>
    </message>
    <message>
        <source>Before: {old}. After: {new}</source>
        <translation>قبل: {old}. بعد: {new}</translation>
    </message>
    <message>
        <source>Begin with a small model ({size}) while this one comes</source>
        <translation>ابدأ بنموذج صغير ({size}) ريثما يصل هذا</translation>
    </message>
    <message>
        <source>Begin with a small model while this one comes</source>
        <translation>ابدأ بنموذج صغير ريثما يصل هذا</translation>
    </message>
    <message>
        <source>Begin with an empty memory</source>
        <translation>البدء بذاكرة فارغة</translation>
    </message>
    <message>
        <source>Begin with: {text}</source>
        <translation>ابدأ بـ: {text}</translation>
    </message>
    <message>
        <source>Between light and strong. Its licence is not open source: read it first.</source>
        <translation>بين الخفيف والقوي. رخصته ليست مفتوحة المصدر: اقرأها أولًا.</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>السلة</translation>
    </message>
    <message>
        <source>Bin ({forgotten})</source>
        <translation>السلة ({forgotten})</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>تلقائيًا</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancel the change</source>
        <translation>إلغاء التغيير</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>عدم تغيير شيء</translation>
    </message>
    <message>
        <source>Change the keys</source>
        <translation>تغيير المفاتيح</translation>
    </message>
    <message>
        <source>Change the last message</source>
        <translation>تغيير آخر رسالة</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>تغيير عبارة المرور…</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تغيّر</translation>
    </message>
    <message>
        <source>Changed message</source>
        <translation>الرسالة المعدّلة</translation>
    </message>
    <message>
        <source>Chat menu: rename, pin, delete</source>
        <translation>قائمة المحادثة: إعادة تسمية، تثبيت، حذف</translation>
    </message>
    <message>
        <source>Chat title</source>
        <translation>عنوان المحادثة</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>Checking every byte…</source>
        <translation>يجري فحص كل بايت…</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>الأطفال</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>اختر نسخة احتياطية</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>اختر نموذجًا</translation>
    </message>
    <message>
        <source>Choose another backup…</source>
        <translation>اختر نسخة احتياطية أخرى…</translation>
    </message>
    <message>
        <source>Choose at least {n} characters.</source>
        <translation>اختر {n} أحرف على الأقل.</translation>
    </message>
    <message>
        <source>Choose at least {shortest} characters.</source>
        <translation>اختر {shortest} أحرف على الأقل.</translation>
    </message>
    <message>
        <source>Choose something first.</source>
        <translation>اختر شيئًا أولًا.</translation>
    </message>
    <message>
        <source>Choose with a click or Space</source>
        <translation>اختر بالنقر أو بالمسافة</translation>
    </message>
    <message>
        <source>Choose {title}</source>
        <translation>اختيار {title}</translation>
    </message>
    <message>
        <source>Choose, fetch, add or delete the models.</source>
        <translation>اختر النماذج أو نزّلها أو أضفها أو احذفها.</translation>
    </message>
    <message>
        <source>Click for the models</source>
        <translation>انقر لعرض النماذج</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>إغلاق (Esc)</translation>
    </message>
    <message>
        <source>Close other programs first</source>
        <translation>أغلق برامج أخرى أولًا</translation>
    </message>
    <message>
        <source>Close suggestions</source>
        <translation>إغلاق الاقتراحات</translation>
    </message>
    <message>
        <source>Close the keyboard sheet</source>
        <translation>إغلاق ورقة المفاتيح</translation>
    </message>
    <message>
        <source>Close the list (Esc)</source>
        <translation>إغلاق القائمة (Esc)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>إغلاق البحث (Esc)</translation>
    </message>
    <message>
        <source>Close without a reason</source>
        <translation>إغلاق دون سبب</translation>
    </message>
    <message>
        <source>Close {title}</source>
        <translation>طيّ {title}</translation>
    </message>
    <message>
        <source>Close “{title}” (Esc)</source>
        <translation>إغلاق «{title}» (Esc)</translation>
    </message>
    <message>
        <source>Closing the window ends Keepwise</source>
        <translation>إغلاق النافذة ينهي Keepwise</translation>
    </message>
    <message>
        <source>Closing the window leaves Keepwise in the tray</source>
        <translation>يبقى Keepwise في شريط النظام عند إغلاق النافذة</translation>
    </message>
    <message>
        <source>Closing the window leaves Keepwise in the tray. Quit in its menu ends it.</source>
        <translation>يبقى Keepwise في شريط النظام عند إغلاق النافذة. وينهيه «إنهاء» في قائمته.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>شيفرة</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>شركة</translation>
    </message>
    <message>
        <source>Concluded from what you said</source>
        <translation>مستنتج مما قلته</translation>
    </message>
    <message>
        <source>Confidence: {words}</source>
        <translation>درجة الثقة: {words}</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>السياق</translation>
    </message>
    <message>
        <source>Context changed</source>
        <translation>تغيّر السياق</translation>
    </message>
    <message>
        <source>Context used: {text}</source>
        <translation>السياق المستعمل: {text}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Continue the answer</source>
        <translation>متابعة الإجابة</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>المحادثة</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>نُسخ</translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation>نُسخ بصيغة Markdown</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation>نسخ الإجابة</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>نسخ بصيغة Markdown</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>نسخ كنص</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>نسخ الشيفرة</translation>
    </message>
    <message>
        <source>Copy it in</source>
        <translation>نسخ الملف إلى هنا</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>نسخ الرسالة</translation>
    </message>
    <message>
        <source>Copy selected text</source>
        <translation>نسخ النص المحدد</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>نسخ العنوان</translation>
    </message>
    <message>
        <source>Copy the answer (Ctrl+Shift+C)</source>
        <translation>نسخ الإجابة (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>نسخ الأمر</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>المظهر الداكن</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>مجلد البيانات</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Day to look back to</source>
        <translation>اليوم الذي تنظر إليه</translation>
    </message>
    <message>
        <source>Day, if it happened on one: 2027-01-31</source>
        <translation>اليوم، إن حدث في يوم بعينه: 2027-01-31</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>القرار لاحقًا</translation>
    </message>
    <message>
        <source>Decided on {day}</source>
        <translation>تقرّر في {day}</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>قرار</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>القرارات</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Delete folder, keep its chats</source>
        <translation>حذف المجلد والإبقاء على محادثاته</translation>
    </message>
    <message>
        <source>Delete the old ones</source>
        <translation>حذف القديمة</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>حذفها</translation>
    </message>
    <message>
        <source>Deleted the folder “{name}”; its chats are still here</source>
        <translation>حُذف المجلد «{name}»؛ محادثاته ما زالت هنا</translation>
    </message>
    <message>
        <source>Deleted {title}{freed}</source>
        <translation>حُذف {title}{freed}</translation>
    </message>
    <message>
        <source>Deleted “{title}”</source>
        <translation>حُذفت «{title}»</translation>
    </message>
    <message numerus="yes">
        <source>Deleted “{title}” and forgot {n} things learned there</source>
        <comment>Deleted “{title}” and forgot {n} thing learned there</comment>
        <translation>
            <numerusform>حُذفت «{title}»</numerusform>
            <numerusform>حُذفت «{title}» ونُسي شيء واحد تعلّمه هناك</numerusform>
            <numerusform>حُذفت «{title}» ونُسي شيئان تعلّمهما هناك</numerusform>
            <numerusform>حُذفت «{title}» ونُسيت {n} أشياء تعلّمها هناك</numerusform>
            <numerusform>حُذفت «{title}» ونُسي {n} شيئًا تعلّمه هناك</numerusform>
            <numerusform>حُذفت «{title}» ونُسي {n} شيء تعلّمه هناك</numerusform>
        </translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>وصف</translation>
    </message>
    <message>
        <source>Described</source>
        <translation>وُصف</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>Details	Enter</source>
        <translation>التفاصيل	Enter</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Dismiss the notice</source>
        <translation>إخفاء التنبيه</translation>
    </message>
    <message>
        <source>Do not add the file</source>
        <translation>عدم إضافة الملف</translation>
    </message>
    <message>
        <source>Do not erase</source>
        <translation>عدم المحو</translation>
    </message>
    <message>
        <source>Do not save (R)</source>
        <translation>عدم الحفظ (R)</translation>
    </message>
    <message>
        <source>Do not save what is asked (R)</source>
        <translation>عدم حفظ المسؤول عنه (R)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Done: close suggestions</source>
        <translation>تم: إغلاق الاقتراحات</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>تنزيل</translation>
    </message>
    <message>
        <source>Download given up</source>
        <translation>تُرك التنزيل</translation>
    </message>
    <message>
        <source>Download of {title}</source>
        <translation>تنزيل {title}</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>تنزيل {size}</translation>
    </message>
    <message>
        <source>Drawing of what {name} is linked to</source>
        <translation>رسم لما يرتبط به {name}</translation>
    </message>
    <message>
        <source>Drop files to read them in this chat</source>
        <translation>أفلت الملفات هنا لقراءتها في هذه المحادثة</translation>
    </message>
    <message>
        <source>Earlier message</source>
        <translation>رسالة سابقة</translation>
    </message>
    <message>
        <source>Earlier messages</source>
        <translation>رسائل سابقة</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>الصيغة السابقة</translation>
    </message>
    <message>
        <source>Earlier version of the answer</source>
        <translation>الصيغة السابقة للإجابة</translation>
    </message>
    <message>
        <source>Earlier version of the message</source>
        <translation>الصيغة السابقة للرسالة</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Edit	E</source>
        <translation>تحرير	E</translation>
    </message>
    <message>
        <source>Edit before saving (E): {words}</source>
        <translation>تحرير قبل الحفظ (E): {words}</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>تحرير الرسالة</translation>
    </message>
    <message>
        <source>Edit · keep both · never suggest</source>
        <translation>تحرير · إبقاء الاثنين · عدم الاقتراح أبدًا</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>جهة العمل</translation>
    </message>
    <message>
        <source>Empty bin</source>
        <translation>إفراغ السلة</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>تشفير</translation>
    </message>
    <message>
        <source>Encrypt the memory file…</source>
        <translation>تشفير ملف الذاكرة…</translation>
    </message>
    <message>
        <source>Encrypt them too</source>
        <translation>تشفيرها أيضًا</translation>
    </message>
    <message>
        <source>Encrypting your memory…</source>
        <translation>جارٍ تشفير ذاكرتك…</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>التشفير</translation>
    </message>
    <message>
        <source>End</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>End selecting</source>
        <translation>إنهاء التحديد</translation>
    </message>
    <message>
        <source>End the temporary chat</source>
        <translation>إنهاء المحادثة المؤقتة</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter asks · Esc closes</source>
        <translation>Enter يسأل · Esc يغلق</translation>
    </message>
    <message>
        <source>Enter to send · Shift+Enter for a new line</source>
        <translation>‏Enter للإرسال · Shift+Enter لسطر جديد</translation>
    </message>
    <message>
        <source>Enter · Shift+Enter</source>
        <translation>Enter · Shift+Enter</translation>
    </message>
    <message>
        <source>Erase all memories and chats for good?</source>
        <translation>محو كل الذكريات والمحادثات نهائيًا؟</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>محو كل شيء</translation>
    </message>
    <message>
        <source>Erases all memories and chats. This cannot be undone.</source>
        <translation>يمحو كل الذكريات والمحادثات. لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Esc quits</source>
        <translation>Esc للخروج</translation>
    </message>
    <message>
        <source>Esc stops and closes</source>
        <translation>Esc يوقف ويغلق</translation>
    </message>
    <message>
        <source>Esc to stop</source>
        <translation>‏Esc للإيقاف</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>حدث</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>كل يوم</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>كل أسبوع</translation>
    </message>
    <message>
        <source>Everything can be changed, forgotten or taken back, and learning can be paused at any time.</source>
        <translation>كل شيء يمكن تغييره أو نسيانه أو التراجع عنه، ويمكن إيقاف التعلّم في أي وقت.</translation>
    </message>
    <message>
        <source>Everything is as it was then. What is there now is copied first, so this can be undone.</source>
        <translation>يعود كل شيء كما كان حينها. وما هو موجود الآن يُنسخ أولًا، فيمكن التراجع.</translation>
    </message>
    <message>
        <source>Everything is forgotten</source>
        <translation>نُسي كل شيء</translation>
    </message>
    <message>
        <source>Everything learned</source>
        <translation>كل ما تعلّمته</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>دقيق</translation>
    </message>
    <message>
        <source>Exact gives the same answer every time; lively chooses its words more freely.</source>
        <translation>الدقيق يعطي الإجابة نفسها كل مرة، والحيوي يختار كلماته بحرية أكبر.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Export and import</source>
        <translation>التصدير والاستيراد</translation>
    </message>
    <message>
        <source>Export chat</source>
        <translation>تصدير المحادثة</translation>
    </message>
    <message>
        <source>Export first…</source>
        <translation>التصدير أولًا…</translation>
    </message>
    <message>
        <source>Export them first if you may want them again. Unless backups are off, one more is made before.</source>
        <translation>صدّرها أولًا إن كنت قد تحتاجها ثانية. ما لم تكن النسخ الاحتياطية متوقفة، تُنشأ نسخة أخرى قبل ذلك.</translation>
    </message>
    <message>
        <source>Exported to {name}</source>
        <translation>صُدّرت إلى {name}</translation>
    </message>
    <message>
        <source>Exports (*.json *.zip *.db *.sqlite);;All files (*)</source>
        <translation>ملفات مصدّرة (*.json *.zip *.db *.sqlite);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>F2 · Del</source>
        <translation>F2 · Del</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>معلومة</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>معلومات</translation>
    </message>
    <message>
        <source>Fair: a further word makes it strong.</source>
        <translation>مقبولة: كلمة أخرى تجعلها قوية.</translation>
    </message>
    <message>
        <source>Fetch or use the chosen model</source>
        <translation>تنزيل النموذج المختار أو استعماله</translation>
    </message>
    <message>
        <source>Fetching {title}</source>
        <translation>جارٍ جلب {title}</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>File {name}, {detail}</source>
        <translation>الملف {name}، {detail}</translation>
    </message>
    <message>
        <source>Files are read by a language model, and there is none yet</source>
        <translation>الملفات يقرؤها نموذج لغوي، ولا يوجد واحد بعد</translation>
    </message>
    <message>
        <source>Files of your own</source>
        <translation>ملفاتك الخاصة</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>البحث في هذه المحادثة</translation>
    </message>
    <message>
        <source>Find: next · previous</source>
        <translation>البحث: التالي · السابق</translation>
    </message>
    <message>
        <source>Finds memories by their meaning. Needed for learning. English above all.</source>
        <translation>يجد الذكريات بمعناها. لازم للتعلّم. الإنجليزية قبل كل شيء.</translation>
    </message>
    <message>
        <source>Fits well</source>
        <translation>مناسب تمامًا</translation>
    </message>
    <message>
        <source>Folder name</source>
        <translation>اسم المجلد</translation>
    </message>
    <message numerus="yes">
        <source>Folder {name}, {n} chats, {state}</source>
        <comment>Folder {name}, {n} chat, {state}</comment>
        <translation>
            <numerusform>المجلد {name}، بلا محادثات، {state}</numerusform>
            <numerusform>المجلد {name}، محادثة واحدة، {state}</numerusform>
            <numerusform>المجلد {name}، محادثتان، {state}</numerusform>
            <numerusform>المجلد {name}، {n} محادثات، {state}</numerusform>
            <numerusform>المجلد {name}، {n} محادثة، {state}</numerusform>
            <numerusform>المجلد {name}، {n} محادثة، {state}</numerusform>
        </translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>المجلدات</translation>
    </message>
    <message>
        <source>For computers with little memory. Chats simply, and keeps what you say in your own words.</source>
        <translation>للحواسيب القليلة الذاكرة. يتحدث ببساطة، ويحفظ ما تقوله بكلماتك أنت.</translation>
    </message>
    <message>
        <source>For example: answer briefly, and explain technical words.</source>
        <translation>مثلًا: أجب باختصار، واشرح المصطلحات.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>نسيان</translation>
    </message>
    <message>
        <source>Forget	Del</source>
        <translation>نسيان	Del</translation>
    </message>
    <message>
        <source>Forget all of it</source>
        <translation>نسيان كل ما يخصه</translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>نسيان كل شيء</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>نسيان كل شيء…</translation>
    </message>
    <message>
        <source>Forget for good</source>
        <translation>نسيان نهائي</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>انسَ ذلك</translation>
    </message>
    <message numerus="yes">
        <source>Forget the {n} items that are ticked</source>
        <comment>Forget the {n} item that are ticked</comment>
        <translation>
            <numerusform>لا شيء مؤشّر لنسيانه</numerusform>
            <numerusform>نسيان العنصر المؤشّر</numerusform>
            <numerusform>نسيان العنصرين المؤشّرين</numerusform>
            <numerusform>نسيان العناصر المؤشّرة ({n})</numerusform>
            <numerusform>نسيان العناصر المؤشّرة ({n})</numerusform>
            <numerusform>نسيان العناصر المؤشّرة ({n})</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget what is selected</source>
        <translation>نسيان المحدد</translation>
    </message>
    <message>
        <source>Forget what is ticked for good</source>
        <translation>نسيان المؤشّر نهائيًا</translation>
    </message>
    <message>
        <source>Forget {gone}</source>
        <translation>نسيان {gone}</translation>
    </message>
    <message numerus="yes">
        <source>Forget {n} items</source>
        <comment>Forget {n} item</comment>
        <translation>
            <numerusform>نسيان</numerusform>
            <numerusform>نسيان عنصر واحد</numerusform>
            <numerusform>نسيان عنصرين</numerusform>
            <numerusform>نسيان {n} عناصر</numerusform>
            <numerusform>نسيان {n} عنصرًا</numerusform>
            <numerusform>نسيان {n} عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forget {n} items for good?</source>
        <comment>Forget {n} item for good?</comment>
        <translation>
            <numerusform>النسيان نهائيًا؟</numerusform>
            <numerusform>نسيان عنصر واحد نهائيًا؟</numerusform>
            <numerusform>نسيان عنصرين نهائيًا؟</numerusform>
            <numerusform>نسيان {n} عناصر نهائيًا؟</numerusform>
            <numerusform>نسيان {n} عنصرًا نهائيًا؟</numerusform>
            <numerusform>نسيان {n} عنصر نهائيًا؟</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget {topic}?</source>
        <translation>نسيان {topic}؟</translation>
    </message>
    <message>
        <source>Forget: {sentence}</source>
        <translation>نسيان: {sentence}</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>نُسي</translation>
    </message>
    <message>
        <source>Forgotten since</source>
        <translation>نُسي بعد ذلك</translation>
    </message>
    <message>
        <source>Forgotten: {text}</source>
        <translation>نُسي: {text}</translation>
    </message>
    <message>
        <source>Forgotten: {words}</source>
        <translation>نُسي: {words}</translation>
    </message>
    <message>
        <source>From message to message · its menu</source>
        <translation>من رسالة إلى رسالة · قائمتها</translation>
    </message>
    <message>
        <source>From now on what you write is sent to {address} and leaves this computer.</source>
        <translation>من الآن يُرسل ما تكتبه إلى {address} ويغادر هذا الحاسوب.</translation>
    </message>
    <message>
        <source>From now on {matter} is saved without asking</source>
        <translation>من الآن يُحفظ دون سؤال: {matter}</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>ترك</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Go back to a backup</source>
        <translation>العودة إلى نسخة احتياطية</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Go on learning</source>
        <translation>متابعة التعلّم</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>الهدف</translation>
    </message>
    <message>
        <source>Going on…</source>
        <translation>جارٍ المتابعة…</translation>
    </message>
    <message>
        <source>Good answer</source>
        <translation>إجابة جيدة</translation>
    </message>
    <message>
        <source>Good answer (your judgement)</source>
        <translation>إجابة جيدة (رأيك)</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>الصحة</translation>
    </message>
    <message>
        <source>Help me plan the week.</source>
        <translation>ساعدني في تخطيط الأسبوع.</translation>
    </message>
    <message>
        <source>Hide what was true before ({n})</source>
        <translation>إخفاء ما كان صحيحًا من قبل ({n})</translation>
    </message>
    <message>
        <source>Hides the window until you type the passphrase of the memory file. The file itself is always encrypted on the disk.</source>
        <translation>يخفي النافذة حتى تكتب عبارة مرور ملف الذاكرة. أما الملف نفسه فمشفّر على القرص دائمًا.</translation>
    </message>
    <message>
        <source>Hides the window until you type the passphrase. It encrypts nothing: who can read your files can still read the memory file. Encrypt that above.</source>
        <translation>يخفي النافذة حتى تكتب عبارة المرور. لكنه لا يشفّر شيئًا: من يستطيع قراءة ملفاتك يستطيع قراءة ملف الذاكرة. شفّره أعلاه.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>السكن</translation>
    </message>
    <message>
        <source>How did it turn out?</source>
        <translation>كيف انتهى الأمر؟</translation>
    </message>
    <message>
        <source>How did it turn out? </source>
        <translation>كيف انتهى الأمر؟ </translation>
    </message>
    <message>
        <source>How it should answer, in your words. They hold for chats that begin from now on.</source>
        <translation>كيف ينبغي أن يجيب، بكلماتك. تسري على المحادثات التي تبدأ من الآن.</translation>
    </message>
    <message>
        <source>How it turned out</source>
        <translation>كيف انتهى الأمر</translation>
    </message>
    <message>
        <source>How many copies stay. The oldest are dropped.</source>
        <translation>كم نسخة تبقى. تُحذف الأقدم.</translation>
    </message>
    <message>
        <source>How much of a chat it can read at once. More needs more memory. The model starts again at once.</source>
        <translation>مقدار ما يقرؤه من المحادثة دفعة واحدة. الأكثر يحتاج إلى ذاكرة أكبر. يبدأ النموذج من جديد فورًا.</translation>
    </message>
    <message>
        <source>How much of what the model can read at once this chat fills</source>
        <translation>كم تملأ هذه المحادثة مما يستطيع النموذج قراءته دفعة واحدة</translation>
    </message>
    <message>
        <source>How they are linked</source>
        <translation>كيف يرتبطان</translation>
    </message>
    <message>
        <source>How {title} learns: {name}. {meaning}</source>
        <translation>كيف يتعلّم «{title}»: {name}. {meaning}</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>الهوية</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>مستورد</translation>
    </message>
    <message>
        <source>Imported from {app}</source>
        <translation>مستورد من {app}</translation>
    </message>
    <message>
        <source>Imported on {day}. No conversation on this computer is behind it.</source>
        <translation>استُورد في {day}. لا محادثة على هذا الحاسوب وراءه.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>In the chat</source>
        <translation>في المحادثة</translation>
    </message>
    <message>
        <source>In the whole window.</source>
        <translation>في النافذة كلها.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>قيد الاستعمال</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>غير مكتملة</translation>
    </message>
    <message>
        <source>Inferred from what you wrote on {day}.</source>
        <translation>استُنتج مما كتبته في {day}.</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>فكرة</translation>
    </message>
    <message>
        <source>Instructions changed</source>
        <translation>تغيّرت التعليمات</translation>
    </message>
    <message>
        <source>Instructions to the assistant</source>
        <translation>تعليمات للمساعد</translation>
    </message>
    <message>
        <source>Instructions, profile and tools</source>
        <translation>التعليمات والملف الشخصي والأدوات</translation>
    </message>
    <message>
        <source>It comes from an import.</source>
        <translation>جاء من استيراد.</translation>
    </message>
    <message>
        <source>It corrects something that is known already.</source>
        <translation>يصحّح شيئًا معروفًا من قبل.</translation>
    </message>
    <message>
        <source>It ends when you open another chat or close the window. Until then you can keep it.</source>
        <translation>تنتهي حين تفتح محادثة أخرى أو تغلق النافذة. وحتى ذلك الحين يمكنك الاحتفاظ بها.</translation>
    </message>
    <message>
        <source>It failed: {error}</source>
        <translation>لم ينجح: {error}</translation>
    </message>
    <message>
        <source>It is asked as soon as the other answer is there</source>
        <translation>سيُسأل حالما تكتمل الإجابة الأخرى</translation>
    </message>
    <message>
        <source>It is called {name} already.</source>
        <translation>اسمه {name} من قبل.</translation>
    </message>
    <message>
        <source>It is not there any more</source>
        <translation>لم يعد موجودًا</translation>
    </message>
    <message>
        <source>It learns, and shows it</source>
        <translation>يتعلّم، ويُريك ما تعلّمه</translation>
    </message>
    <message>
        <source>It reads its file; that takes some seconds.</source>
        <translation>يقرأ ملفه؛ يستغرق ذلك بضع ثوانٍ.</translation>
    </message>
    <message>
        <source>It stays here</source>
        <translation>يبقى هنا</translation>
    </message>
    <message>
        <source>It touches {matter}: that is saved only when you say so.</source>
        <translation>يمسّ هذا {matter}: ولا يُحفظ إلا إن قلت ذلك.</translation>
    </message>
    <message>
        <source>It turned out badly</source>
        <translation>انتهى نهاية سيئة</translation>
    </message>
    <message>
        <source>It turned out so-so</source>
        <translation>انتهى نهاية متوسطة</translation>
    </message>
    <message>
        <source>It turned out well</source>
        <translation>انتهى نهاية جيدة</translation>
    </message>
    <message>
        <source>It was set aside for you to decide.</source>
        <translation>وُضع جانبًا لتقرّر أنت.</translation>
    </message>
    <message>
        <source>It will rank lower for messages like this one. Nothing is forgotten.</source>
        <translation>سيتأخر ترتيبه مع رسائل كهذه. لا يُنسى شيء.</translation>
    </message>
    <message>
        <source>It writes {how} on this computer.</source>
        <translation>يكتب {how} على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>It writes {how}.</source>
        <translation>يكتب {how}.</translation>
    </message>
    <message>
        <source>Its date has passed: {date}.</source>
        <translation>مضى تاريخه: {date}.</translation>
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
        <translation>الانتقال إلى النهاية</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>إبقاء الاثنين</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>الاحتفاظ بها</translation>
    </message>
    <message>
        <source>Keep this chat</source>
        <translation>الاحتفاظ بهذه المحادثة</translation>
    </message>
    <message>
        <source>Keep “{text}” instead of {gone}</source>
        <translation>إبقاء «{text}» بدلًا من {gone}</translation>
    </message>
    <message>
        <source>Keepwise goes on here. Quit in this icon&apos;s menu ends it.</source>
        <translation>يستمر Keepwise هنا. وينهيه «إنهاء» في قائمة هذه الأيقونة.</translation>
    </message>
    <message>
        <source>Keepwise is answering</source>
        <translation>يجيب Keepwise</translation>
    </message>
    <message>
        <source>Keepwise is at work on the memory file</source>
        <translation>Keepwise يعمل على ملف الذاكرة</translation>
    </message>
    <message>
        <source>Keepwise is locked</source>
        <translation>‏Keepwise مقفل</translation>
    </message>
    <message>
        <source>Keepwise is not sure enough to save it by itself.</source>
        <translation>لا يثق Keepwise بما يكفي ليحفظه من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>Keepwise knows what it has learned about you, but stores and learns nothing here.</source>
        <translation>يعرف Keepwise ما تعلّمه عنك، لكنه لا يحفظ هنا شيئًا ولا يتعلّم.</translation>
    </message>
    <message>
        <source>Keepwise runs on this computer and learns as you talk. Everything it learns is listed on the right: with its source, yours to change or undo.</source>
        <translation>يعمل Keepwise على هذا الحاسوب ويتعلّم أثناء حديثكما. كل ما يتعلّمه في القائمة الجانبية: مع مصدره، ولك أن تغيّره أو تتراجع عنه.</translation>
    </message>
    <message>
        <source>Keepwise talks with a model that runs on this computer, and there is none yet. It is fetched once; after that Keepwise needs no internet.</source>
        <translation>يتحدث Keepwise بنموذج يعمل على هذا الحاسوب، ولا يوجد نموذج بعد. يُجلب مرة واحدة، وبعدها لا يحتاج Keepwise إلى الإنترنت.</translation>
    </message>
    <message>
        <source>Keepwise: learning is paused</source>
        <translation>Keepwise: التعلّم متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Kept both: {text}</source>
        <translation>أُبقي الاثنان: {text}</translation>
    </message>
    <message>
        <source>Kept free for the answer</source>
        <translation>محجوز للإجابة</translation>
    </message>
    <message>
        <source>Kept. It is an ordinary chat now, and Keepwise learns from it</source>
        <translation>احتُفظ بها. صارت محادثة عادية، ويتعلّم Keepwise منها</translation>
    </message>
    <message>
        <source>Key of the server, if it wants one</source>
        <translation>مفتاح الخادم، إن طلب واحدًا</translation>
    </message>
    <message>
        <source>Key, if it wants one</source>
        <translation>المفتاح، إن طلب واحدًا</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Keys that stay as they are</source>
        <translation>مفاتيح تبقى كما هي</translation>
    </message>
    <message>
        <source>Keys: {action}</source>
        <translation>المفاتيح: {action}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>المعرفة</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>معروف من قبل</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Language changed</source>
        <translation>تغيّرت اللغة</translation>
    </message>
    <message>
        <source>Last backup: {when}.</source>
        <translation>آخر نسخة احتياطية: {when}.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>الصيغة اللاحقة</translation>
    </message>
    <message>
        <source>Later version of the answer</source>
        <translation>الصيغة اللاحقة للإجابة</translation>
    </message>
    <message>
        <source>Later version of the message</source>
        <translation>الصيغة اللاحقة للرسالة</translation>
    </message>
    <message>
        <source>Learn from this file</source>
        <translation>التعلّم من هذا الملف</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>تعلّمه</translation>
    </message>
    <message>
        <source>Learned on {day}. The message it came from is not known.</source>
        <translation>تعلّمه في {day}. الرسالة التي جاء منها غير معروفة.</translation>
    </message>
    <message numerus="yes">
        <source>Learned {n} things</source>
        <comment>Learned {n} thing</comment>
        <translation>
            <numerusform>لم يتعلّم شيئًا</numerusform>
            <numerusform>تعلّم شيئًا واحدًا</numerusform>
            <numerusform>تعلّم شيئين</numerusform>
            <numerusform>تعلّم {n} أشياء</numerusform>
            <numerusform>تعلّم {n} شيئًا</numerusform>
            <numerusform>تعلّم {n} شيء</numerusform>
        </translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>التعلّم</translation>
    </message>
    <message>
        <source>Learning from your message…</source>
        <translation>يتعلّم من رسالتك…</translation>
    </message>
    <message>
        <source>Learning into {title}</source>
        <translation>التعلّم في «{title}»</translation>
    </message>
    <message>
        <source>Learning is not available</source>
        <translation>التعلّم غير متاح</translation>
    </message>
    <message>
        <source>Learning later</source>
        <translation>التعلّم لاحقًا</translation>
    </message>
    <message>
        <source>Learning later: {reason}</source>
        <translation>التعلّم لاحقًا: {reason}</translation>
    </message>
    <message>
        <source>Learning on</source>
        <translation>التعلّم يعمل</translation>
    </message>
    <message>
        <source>Learning paused</source>
        <translation>التعلّم متوقف</translation>
    </message>
    <message>
        <source>Learning waits until you are done.</source>
        <translation>ينتظر التعلّم حتى تنتهي.</translation>
    </message>
    <message>
        <source>Leaves this computer</source>
        <translation>يغادر هذا الحاسوب</translation>
    </message>
    <message>
        <source>Leaves this computer: sent to {host}</source>
        <translation>يغادر هذا الحاسوب: يُرسل إلى {host}</translation>
    </message>
    <message>
        <source>Lessons worth using again come here.</source>
        <translation>هنا تأتي الدروس التي تستحق أن تُستعمل ثانية.</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>إلغاء التثبيت</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>فاتح أو داكن</translation>
    </message>
    <message>
        <source>Light or dark.</source>
        <translation>فاتح أو داكن.</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>المظهر الفاتح</translation>
    </message>
    <message>
        <source>Link to…</source>
        <translation>ربط بـ…</translation>
    </message>
    <message>
        <source>Linked to</source>
        <translation>مرتبط بـ</translation>
    </message>
    <message>
        <source>Lisbon</source>
        <translation>لشبونة</translation>
    </message>
    <message>
        <source>Lively</source>
        <translation>حيوي</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>القفل</translation>
    </message>
    <message>
        <source>Lock changed</source>
        <translation>تغيّر القفل</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>القفل الآن</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>قفل النافذة</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Look around meanwhile</source>
        <translation>ألقِ نظرة في هذه الأثناء</translation>
    </message>
    <message>
        <source>Look back on</source>
        <translation>يوم المراجعة</translation>
    </message>
    <message>
        <source>Look back on, as 2027-01-31</source>
        <translation>يوم المراجعة، مثل 2027-01-31</translation>
    </message>
    <message>
        <source>Make it plain</source>
        <translation>إزالة التشفير</translation>
    </message>
    <message>
        <source>Make no backup, and delete all backups too: nothing stays</source>
        <translation>دون نسخة احتياطية، مع حذف كل النسخ أيضًا: لا يبقى شيء</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>إدارة</translation>
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
        <translation>وُسم بأنه غير مهم · تراجع</translation>
    </message>
    <message numerus="yes">
        <source>May I remember these?</source>
        <comment>May I remember this?</comment>
        <translation>
            <numerusform>هل أتذكّر هذا؟</numerusform>
            <numerusform>هل أتذكّر هذا؟</numerusform>
            <numerusform>هل أتذكّر هذين؟</numerusform>
            <numerusform>هل أتذكّر هذه؟</numerusform>
            <numerusform>هل أتذكّر هذه؟</numerusform>
            <numerusform>هل أتذكّر هذه؟</numerusform>
        </translation>
    </message>
    <message>
        <source>Measuring its speed for five seconds…</source>
        <translation>تُقاس سرعته خمس ثوانٍ…</translation>
    </message>
    <message>
        <source>Memories</source>
        <translation>الذكريات</translation>
    </message>
    <message>
        <source>Memories sent with your message</source>
        <translation>الذكريات التي أُرسلت مع رسالتك</translation>
    </message>
    <message>
        <source>Memories, chats, backups and the log lie in {home}</source>
        <translation>الذكريات والمحادثات والنسخ الاحتياطية والسجل في {home}</translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation>دمج مع</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>دُمج</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Model of the server</source>
        <translation>نموذج الخادم</translation>
    </message>
    <message>
        <source>Model server</source>
        <translation>خادم النماذج</translation>
    </message>
    <message>
        <source>Model {title}</source>
        <translation>النموذج {title}</translation>
    </message>
    <message>
        <source>Model: {words}. Show the models</source>
        <translation>النموذج: {words}. عرض النماذج</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>نماذج (*.gguf)</translation>
    </message>
    <message>
        <source>Models of the server</source>
        <translation>نماذج الخادم</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>المال</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>More about {name}</source>
        <translation>المزيد عن {name}</translation>
    </message>
    <message>
        <source>Most used first</source>
        <translation>الأكثر استعمالًا أولًا</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>الحركة</translation>
    </message>
    <message>
        <source>Motion changed</source>
        <translation>تغيّرت الحركة</translation>
    </message>
    <message>
        <source>Move the models…</source>
        <translation>نقل النماذج…</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>نقل إلى</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>نقل إلى…</translation>
    </message>
    <message>
        <source>Move what is selected to</source>
        <translation>نقل المحدد إلى</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>نُقل</translation>
    </message>
    <message>
        <source>Moved to “{name}”</source>
        <translation>نُقلت إلى «{name}»</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>نقل…</translation>
    </message>
    <message>
        <source>Moving the models</source>
        <translation>جارٍ نقل النماذج</translation>
    </message>
    <message>
        <source>My name is Alex, and I prefer concise answers.</source>
        <translation>اسمي أليكس، وأفضّل الإجابات الموجزة.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Name, home, role, language…</source>
        <translation>الاسم، السكن، العمل، اللغة…</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>Never suggest anything about {matter}</source>
        <translation>عدم اقتراح شيء أبدًا عن: {matter}</translation>
    </message>
    <message>
        <source>Never suggest anything like this</source>
        <translation>عدم اقتراح ما يشبه هذا أبدًا</translation>
    </message>
    <message>
        <source>Never suggest “{text}”</source>
        <translation>عدم اقتراح «{text}» أبدًا</translation>
    </message>
    <message>
        <source>Never suggested again: anything about {matter}</source>
        <translation>لن يُقترح بعد الآن: أي شيء عن {matter}</translation>
    </message>
    <message>
        <source>Never suggested again: {text}</source>
        <translation>لن يُقترح بعد الآن: {text}</translation>
    </message>
    <message>
        <source>Never used first</source>
        <translation>غير المستعمل أولًا</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>مجلد جديد</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>مجلد جديد…</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>عبارة مرور جديدة</translation>
    </message>
    <message>
        <source>New text below </source>
        <translation>نص جديد في الأسفل </translation>
    </message>
    <message>
        <source>New text below: jump to the end</source>
        <translation>نص جديد في الأسفل: الانتقال إلى النهاية</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>الأحدث أولًا</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>الموضع التالي (Enter)</translation>
    </message>
    <message>
        <source>No backup yet.</source>
        <translation>لا نسخة احتياطية بعد.</translation>
    </message>
    <message>
        <source>No chat matches.</source>
        <translation>لا محادثة تطابق.</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>بلا مجلد</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>لا مفاتيح</translation>
    </message>
    <message>
        <source>No longer kept: {text}</source>
        <translation>لم يعد محفوظًا: {text}</translation>
    </message>
    <message>
        <source>No longer pinned</source>
        <translation>لم يعد مثبّتًا</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>لا نموذج</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>لا إعداد يطابق.</translation>
    </message>
    <message>
        <source>No type yet</source>
        <translation>بلا نوع بعد</translation>
    </message>
    <message>
        <source>None of that is pinned.</source>
        <translation>لا شيء من ذلك مثبّت.</translation>
    </message>
    <message>
        <source>None of the memories that are on has a place for this.</source>
        <translation>لا مكان لهذا في أي من الذكريات المفعّلة.</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>غير مسموح</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>Not kept: {text}</source>
        <translation>لم يُحفظ: {text}</translation>
    </message>
    <message>
        <source>Not relevant</source>
        <translation>غير مهم</translation>
    </message>
    <message>
        <source>Not ticked</source>
        <translation>غير مؤشّر</translation>
    </message>
    <message>
        <source>Not used for {n} days.</source>
        <translation>لم يُستعمل منذ {n} يوم.</translation>
    </message>
    <message>
        <source>Noted by the assistant</source>
        <translation>دوّنه المساعد</translation>
    </message>
    <message>
        <source>Noted how it turned out</source>
        <translation>دُوّن كيف انتهى الأمر</translation>
    </message>
    <message>
        <source>Nothing else waits here.</source>
        <translation>لا شيء آخر ينتظر هنا.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لم يُعثر على شيء</translation>
    </message>
    <message>
        <source>Nothing here matches.</source>
        <translation>لا شيء هنا يطابق.</translation>
    </message>
    <message>
        <source>Nothing here was known then.</source>
        <translation>لم يكن شيء معروفًا هنا حينها.</translation>
    </message>
    <message>
        <source>Nothing is known of it.</source>
        <translation>لا شيء معروف عنه.</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>لا شيء معروف بعد.</translation>
    </message>
    <message>
        <source>Nothing is learned in a temporary chat. Keep the chat first</source>
        <translation>لا يُتعلّم شيء في محادثة مؤقتة. احتفظ بالمحادثة أولًا</translation>
    </message>
    <message>
        <source>Nothing is left of it.</source>
        <translation>لم يبق منه شيء.</translation>
    </message>
    <message>
        <source>Nothing is lost when the computer stops now: the old file stays until the new one is whole.</source>
        <translation>لا يضيع شيء إن توقف الحاسوب الآن: يبقى الملف القديم حتى يكتمل الجديد.</translation>
    </message>
    <message>
        <source>Nothing is ticked: for the marked row</source>
        <translation>لا شيء مؤشّر: يسري على السطر المعلَّم</translation>
    </message>
    <message>
        <source>Nothing new is learned here.</source>
        <translation>لا يُتعلّم هنا شيء جديد.</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>لا شيء للقيام به</translation>
    </message>
    <message>
        <source>Nothing to learn was found in {name}</source>
        <translation>لم يوجد في {name} ما يُتعلّم</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>لا شيء للتراجع عنه</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>لا شيء ينتظرك</translation>
    </message>
    <message>
        <source>Nothing waits for you. New suggestions come here.</source>
        <translation>لا شيء ينتظرك. الاقتراحات الجديدة تأتي هنا.</translation>
    </message>
    <message>
        <source>Now a server answers: what you write leaves this computer until you choose another model.</source>
        <translation>يجيب الآن خادم: ما تكتبه يغادر هذا الحاسوب حتى تختار نموذجًا آخر.</translation>
    </message>
    <message>
        <source>Now, since {date}</source>
        <translation>الآن، منذ {date}</translation>
    </message>
    <message>
        <source>Now: {text}</source>
        <translation>الآن: {text}</translation>
    </message>
    <message>
        <source>Number of backups changed</source>
        <translation>تغيّر عدد النسخ</translation>
    </message>
    <message>
        <source>Of the window. What the assistant answers in is up to you: write to it in your language.</source>
        <translation>لغة النافذة. أما لغة إجابات المساعد فأمرها إليك: اكتب إليه بلغتك.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>أقدم</translation>
    </message>
    <message numerus="yes">
        <source>Older messages are no longer sent to the model ({n} messages)</source>
        <comment>Older messages are no longer sent to the model ({n} message)</comment>
        <translation>
            <numerusform>لم تعد الرسائل الأقدم تُرسل إلى النموذج</numerusform>
            <numerusform>لم تعد الرسائل الأقدم تُرسل إلى النموذج (رسالة واحدة)</numerusform>
            <numerusform>لم تعد الرسائل الأقدم تُرسل إلى النموذج (رسالتان)</numerusform>
            <numerusform>لم تعد الرسائل الأقدم تُرسل إلى النموذج ({n} رسائل)</numerusform>
            <numerusform>لم تعد الرسائل الأقدم تُرسل إلى النموذج ({n} رسالة)</numerusform>
            <numerusform>لم تعد الرسائل الأقدم تُرسل إلى النموذج ({n} رسالة)</numerusform>
        </translation>
    </message>
    <message>
        <source>Ollama, LM Studio, llama-server or vLLM on your own network.</source>
        <translation>‏Ollama أو LM Studio أو llama-server أو vLLM على شبكتك.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>On {day}</source>
        <translation>في {day}</translation>
    </message>
    <message>
        <source>One line to ask in, over everything: by {keys} in the window, and everywhere by {key}.</source>
        <translation>سطر واحد للسؤال فوق كل شيء: بالمفتاح {keys} في النافذة، وفي كل مكان بالمفتاح {key}.</translation>
    </message>
    <message>
        <source>One line to ask in, over everything: by {keys} in the window. Your desktop can give it a key that works everywhere; it asks you which.</source>
        <translation>سطر واحد للسؤال فوق كل شيء: بالمفتاح {keys} في النافذة. يستطيع سطح مكتبك أن يعطيه مفتاحًا يعمل في كل مكان، ويسألك أيّ مفتاح تريد.</translation>
    </message>
    <message>
        <source>One line to ask in, over everything: by {keys} in the window. Your desktop gives programs no keys of their own; give one to this command in its keyboard settings: {command}</source>
        <translation>سطر واحد للسؤال فوق كل شيء: بالمفتاح {keys} في النافذة. سطح مكتبك لا يعطي البرامج مفاتيح خاصة بها؛ أعطِ هذا الأمر مفتاحًا في إعدادات لوحة المفاتيح: {command}</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة…</translation>
    </message>
    <message>
        <source>One says all that the other says, and more.</source>
        <translation>أحدهما يقول كل ما يقوله الآخر وزيادة.</translation>
    </message>
    <message>
        <source>Only by its key</source>
        <translation>بمفتاحه فقط</translation>
    </message>
    <message>
        <source>Only for trying out: very small, very fast, and often wrong.</source>
        <translation>للتجربة فقط: صغير جدًا، سريع جدًا، ويخطئ كثيرًا.</translation>
    </message>
    <message>
        <source>Only proposals can be rejected; some of these are none any more.</source>
        <translation>لا تُرفض إلا الاقتراحات؛ وبعض هذه لم يعد كذلك.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Open Keepwise</source>
        <translation>فتح Keepwise</translation>
    </message>
    <message>
        <source>Open in Keepwise</source>
        <translation>فتح في Keepwise</translation>
    </message>
    <message>
        <source>Open in Keepwise (Ctrl+Enter)</source>
        <translation>فتح في Keepwise (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>فتح في المتصفح</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>فتح الصفحة</translation>
    </message>
    <message>
        <source>Open page	Enter</source>
        <translation>فتح الصفحة	Enter</translation>
    </message>
    <message>
        <source>Open source</source>
        <translation>فتح المصدر</translation>
    </message>
    <message>
        <source>Open source in {chat}</source>
        <translation>فتح المصدر في {chat}</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>فتح مجلد البيانات</translation>
    </message>
    <message>
        <source>Open {other}</source>
        <translation>فتح {other}</translation>
    </message>
    <message>
        <source>Open {title}</source>
        <translation>بسط {title}</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>جارٍ الفتح…</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>منظمة</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Outcome noted</source>
        <translation>دُوّنت النتيجة</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>الجزء</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>Passphrase of that backup</source>
        <translation>عبارة مرور تلك النسخة</translation>
    </message>
    <message>
        <source>Passphrase until now</source>
        <translation>عبارة المرور الحالية</translation>
    </message>
    <message>
        <source>Passphrase, to turn it off</source>
        <translation>عبارة المرور، لإيقافه</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Pause learning</source>
        <translation>إيقاف التعلّم مؤقتًا</translation>
    </message>
    <message>
        <source>Pause learning: nothing new is learned until you go on</source>
        <translation>إيقاف التعلّم مؤقتًا: لا يُتعلّم جديد حتى تتابع</translation>
    </message>
    <message>
        <source>Pause or resume learning</source>
        <translation>إيقاف التعلّم مؤقتًا أو استئنافه</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Paused at {size}</source>
        <translation>توقف عند {size}</translation>
    </message>
    <message>
        <source>People &amp; things</source>
        <translation>الأشخاص والأشياء</translation>
    </message>
    <message>
        <source>People, places and projects come here, each with a page.</source>
        <translation>هنا يأتي الأشخاص والأماكن والمشاريع، لكل منها صفحة.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>Person, project, place…</source>
        <translation>شخص، مشروع، مكان…</translation>
    </message>
    <message>
        <source>Pet</source>
        <translation>حيوان أليف</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>تثبيت</translation>
    </message>
    <message>
        <source>Pin what is selected</source>
        <translation>تثبيت المحدد</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>مثبّت</translation>
    </message>
    <message>
        <source>Pinned. </source>
        <translation>مثبّت. </translation>
    </message>
    <message>
        <source>Place</source>
        <translation>مكان</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>نص عادي (*.txt)</translation>
    </message>
    <message>
        <source>Plain text…</source>
        <translation>نص عادي…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>الخطة</translation>
    </message>
    <message>
        <source>Plan a trip</source>
        <translation>التخطيط لرحلة</translation>
    </message>
    <message>
        <source>Politics</source>
        <translation>السياسة</translation>
    </message>
    <message>
        <source>Preferred name</source>
        <translation>اسم المناداة</translation>
    </message>
    <message>
        <source>Prefers short answers.</source>
        <translation>يفضّل الإجابات القصيرة.</translation>
    </message>
    <message>
        <source>Press Control I to answer.</source>
        <translation>اضغط Ctrl+I للإجابة.</translation>
    </message>
    <message>
        <source>Press the keys that shall do it. They hold at once, and in the sheet of keys and the tooltips too.</source>
        <translation>اضغط المفاتيح التي ستقوم بذلك. تسري فورًا، وفي لوحة المفاتيح والتلميحات أيضًا.</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>الموضع السابق (Shift+Enter)</translation>
    </message>
    <message>
        <source>Processor cores it computes with. Fewer leave more to other programs.</source>
        <translation>أنوية المعالج التي يحسب بها. الأقل يترك المزيد للبرامج الأخرى.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>منتج</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدّم</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>مشروع</translation>
    </message>
    <message>
        <source>Pronouns</source>
        <translation>الضمائر</translation>
    </message>
    <message>
        <source>Quick ask</source>
        <translation>سؤال سريع</translation>
    </message>
    <message>
        <source>Quick ask: open in the window · copy</source>
        <translation>سؤال سريع: فتح في النافذة · نسخ</translation>
    </message>
    <message>
        <source>Quick ask: {title}</source>
        <translation>سؤال سريع: {title}</translation>
    </message>
    <message>
        <source>Quick question</source>
        <translation>السؤال السريع</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Read only. Nothing can be changed in the past.</source>
        <translation>للقراءة فقط. لا يمكن تغيير شيء في الماضي.</translation>
    </message>
    <message>
        <source>Reading page {done} of {total}…</source>
        <translation>تُقرأ الصفحة {done} من {total}…</translation>
    </message>
    <message>
        <source>Reading the import</source>
        <translation>جارٍ قراءة الاستيراد</translation>
    </message>
    <message>
        <source>Reading {name} for what is worth learning…</source>
        <translation>يُقرأ {name} بحثًا عما يستحق التعلّم…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>يقرأ…</translation>
    </message>
    <message>
        <source>Reading… {part} %</source>
        <translation>يقرأ… {part}٪</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>الأسباب</translation>
    </message>
    <message>
        <source>Rebase before a review, not after.</source>
        <translation>أعد الأساس قبل المراجعة لا بعدها.</translation>
    </message>
    <message>
        <source>Recalled for the message</source>
        <translation>ما استُحضر للرسالة</translation>
    </message>
    <message>
        <source>Recommended here</source>
        <translation>موصى به هنا</translation>
    </message>
    <message>
        <source>Recommended · </source>
        <translation>موصى به · </translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>أقل</translation>
    </message>
    <message>
        <source>Reduced: nothing lights up and goes out again, menus do not fade, the cursor does not blink.</source>
        <translation>أقل: لا شيء يضيء ثم ينطفئ، ولا تتلاشى القوائم، ولا يومض المؤشر.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>رُفض</translation>
    </message>
    <message>
        <source>Rejected since</source>
        <translation>رُفض بعد ذلك</translation>
    </message>
    <message>
        <source>Rejected: {text}</source>
        <translation>رُفض: {text}</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>علاقة</translation>
    </message>
    <message>
        <source>Religion</source>
        <translation>الدين</translation>
    </message>
    <message>
        <source>Remember: {words}</source>
        <translation>تذكّر: {words}</translation>
    </message>
    <message>
        <source>Remembered: {text}</source>
        <translation>تذكّرت: {text}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>إزالة {name}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة تسمية</translation>
    </message>
    <message>
        <source>Rename · delete the chosen chat</source>
        <translation>إعادة تسمية المحادثة المختارة · حذفها</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>أُعيدت تسميته</translation>
    </message>
    <message>
        <source>Renamed to {new}</source>
        <translation>صار اسمه {new}</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>استبدال</translation>
    </message>
    <message>
        <source>Replaced since</source>
        <translation>استُبدل بعد ذلك</translation>
    </message>
    <message>
        <source>Replaced since: {text}</source>
        <translation>استُبدل بعد ذلك: {text}</translation>
    </message>
    <message>
        <source>Restart model</source>
        <translation>إعادة تشغيل النموذج</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Restore from archive</source>
        <translation>استعادة من الأرشيف</translation>
    </message>
    <message>
        <source>Restore what is ticked</source>
        <translation>استعادة المؤشّر</translation>
    </message>
    <message>
        <source>Restore with this passphrase</source>
        <translation>استعادة بعبارة المرور هذه</translation>
    </message>
    <message>
        <source>Restore {name}</source>
        <translation>استعادة {name}</translation>
    </message>
    <message>
        <source>Restore: {after}</source>
        <translation>استعادة: {after}</translation>
    </message>
    <message>
        <source>Restore: {text}</source>
        <translation>استعادة: {text}</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>استُعيد</translation>
    </message>
    <message>
        <source>Restored {name}</source>
        <translation>استُعيد {name}</translation>
    </message>
    <message>
        <source>Restored “{title}”</source>
        <translation>استُعيدت «{title}»</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Resume learning</source>
        <translation>متابعة التعلّم</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Review all</source>
        <translation>مراجعة الكل</translation>
    </message>
    <message>
        <source>Review all suggestions as a list</source>
        <translation>مراجعة كل الاقتراحات في قائمة</translation>
    </message>
    <message numerus="yes">
        <source>Review all · {n} suggestions</source>
        <comment>Review all · {n} suggestion</comment>
        <translation>
            <numerusform>مراجعة الكل</numerusform>
            <numerusform>مراجعة الكل · اقتراح واحد</numerusform>
            <numerusform>مراجعة الكل · اقتراحان</numerusform>
            <numerusform>مراجعة الكل · {n} اقتراحات</numerusform>
            <numerusform>مراجعة الكل · {n} اقتراحًا</numerusform>
            <numerusform>مراجعة الكل · {n} اقتراح</numerusform>
        </translation>
    </message>
    <message>
        <source>Review suggestions</source>
        <translation>مراجعة الاقتراحات</translation>
    </message>
    <message>
        <source>Review the others</source>
        <translation>مراجعة البقية</translation>
    </message>
    <message>
        <source>Review {left} left</source>
        <translation>مراجعة الباقي ({left})</translation>
    </message>
    <message>
        <source>Review {new} more</source>
        <translation>مراجعة المزيد ({new})</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>العمل</translation>
    </message>
    <message>
        <source>Runs at {address}. What you write there leaves this computer.</source>
        <translation>يعمل على {address}. ما تكتبه هناك يغادر هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Safe-keeping</source>
        <translation>الحفظ الآمن</translation>
    </message>
    <message>
        <source>Sarah Chen, project Harbor…</source>
        <translation>سارة تشن، مشروع الميناء…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Save (A)</source>
        <translation>حفظ (A)</translation>
    </message>
    <message>
        <source>Save by itself</source>
        <translation>يحفظ تلقائيًا</translation>
    </message>
    <message>
        <source>Save the new one and keep the old one too</source>
        <translation>حفظ الجديد وإبقاء القديم أيضًا</translation>
    </message>
    <message>
        <source>Save what is asked (A)</source>
        <translation>حفظ المسؤول عنه (A)</translation>
    </message>
    <message>
        <source>Save what is ticked, and save to {title} without asking from now on</source>
        <translation>حفظ المؤشّر، والحفظ في «{title}» دون سؤال من الآن</translation>
    </message>
    <message>
        <source>Save without asking: {matter}</source>
        <translation>الحفظ دون سؤال: {matter}</translation>
    </message>
    <message>
        <source>Save {ticked} (A)</source>
        <translation>حفظ {ticked} (A)</translation>
    </message>
    <message>
        <source>Save {words} without asking</source>
        <translation>الحفظ دون سؤال: {words}</translation>
    </message>
    <message>
        <source>Save · leave a form</source>
        <translation>حفظ · ترك النموذج</translation>
    </message>
    <message>
        <source>Saved when the assistant chooses to note it.</source>
        <translation>يُحفظ حين يختار المساعد تدوينه.</translation>
    </message>
    <message>
        <source>Saved: {text}</source>
        <translation>حُفظ: {text}</translation>
    </message>
    <message>
        <source>Screen lock</source>
        <translation>قفل الشاشة</translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>البحث في المحادثات</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>البحث في الإعدادات</translation>
    </message>
    <message>
        <source>Search what was learned</source>
        <translation>البحث فيما تعلّمته</translation>
    </message>
    <message>
        <source>Search, also in meaning</source>
        <translation>بحث، بالمعنى أيضًا</translation>
    </message>
    <message>
        <source>Select	Space</source>
        <translation>تحديد	المسافة</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Select all that are shown</source>
        <translation>تحديد كل المعروض</translation>
    </message>
    <message>
        <source>Select all that is listed</source>
        <translation>تحديد كل ما في القائمة</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>عدم تحديد شيء</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>تحديد عدة عناصر</translation>
    </message>
    <message>
        <source>Select, look back, bin</source>
        <translation>التحديد، النظر إلى الماضي، السلة</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>إرسال (Enter)</translation>
    </message>
    <message>
        <source>Send the changed message</source>
        <translation>إرسال الرسالة المعدّلة</translation>
    </message>
    <message>
        <source>Send the reason</source>
        <translation>إرسال السبب</translation>
    </message>
    <message>
        <source>Send · new line</source>
        <translation>إرسال · سطر جديد</translation>
    </message>
    <message>
        <source>Sensitive matters</source>
        <translation>الأمور الحساسة</translation>
    </message>
    <message>
        <source>Sent just now</source>
        <translation>أُرسلت للتو</translation>
    </message>
    <message numerus="yes">
        <source>Sent with your message: {n} tokens of memory</source>
        <comment>Sent with your message: {n} token of memory</comment>
        <translation>
            <numerusform>لم تُرسل ذكريات مع رسالتك</numerusform>
            <numerusform>أُرسل مع رسالتك: رمز واحد من الذكريات</numerusform>
            <numerusform>أُرسل مع رسالتك: رمزان من الذكريات</numerusform>
            <numerusform>أُرسل مع رسالتك: {n} رموز من الذكريات</numerusform>
            <numerusform>أُرسل مع رسالتك: {n} رمزًا من الذكريات</numerusform>
            <numerusform>أُرسل مع رسالتك: {n} رمز من الذكريات</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Several words that do not belong together are easiest to keep and hard to guess.</source>
        <translation>عدة كلمات لا رابط بينها أسهل في الحفظ وأصعب في التخمين.</translation>
    </message>
    <message>
        <source>Sexuality</source>
        <translation>الحياة الجنسية</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message numerus="yes">
        <source>Show all {n}</source>
        <comment>Show all {n}</comment>
        <translation>
            <numerusform>عرض الكل ({n})</numerusform>
            <numerusform>عرض الكل ({n})</numerusform>
            <numerusform>عرض الكل ({n})</numerusform>
            <numerusform>عرض الكل ({n})</numerusform>
            <numerusform>عرض الكل ({n})</numerusform>
            <numerusform>عرض الكل ({n})</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in chat</source>
        <translation>عرض في المحادثة</translation>
    </message>
    <message>
        <source>Show in chat: {text}</source>
        <translation>عرض في المحادثة: {text}</translation>
    </message>
    <message>
        <source>Show in list</source>
        <translation>عرض في القائمة</translation>
    </message>
    <message>
        <source>Show in “{chat_title}”</source>
        <translation>عرض في «{chat_title}»</translation>
    </message>
    <message>
        <source>Show its models</source>
        <translation>عرض نماذجه</translation>
    </message>
    <message>
        <source>Show message</source>
        <translation>عرض الرسالة</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>عرض المزيد</translation>
    </message>
    <message>
        <source>Show more ({left} left)</source>
        <translation>عرض المزيد (بقي {left})</translation>
    </message>
    <message>
        <source>Show only one origin</source>
        <translation>عرض مصدر واحد فقط</translation>
    </message>
    <message>
        <source>Show only one store</source>
        <translation>عرض قسم واحد فقط</translation>
    </message>
    <message>
        <source>Show or hide what was learned</source>
        <translation>إظهار ما تم تعلّمه أو إخفاؤه</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>عرض المفاتيح</translation>
    </message>
    <message>
        <source>Show the models</source>
        <translation>عرض النماذج</translation>
    </message>
    <message>
        <source>Show used memories</source>
        <translation>عرض الذكريات المستعملة</translation>
    </message>
    <message>
        <source>Show what was true before ({n})</source>
        <translation>عرض ما كان صحيحًا من قبل ({n})</translation>
    </message>
    <message numerus="yes">
        <source>Show {n} archived chats</source>
        <comment>Show {n} archived chat</comment>
        <translation>
            <numerusform>لا محادثات مؤرشفة</numerusform>
            <numerusform>عرض محادثة مؤرشفة واحدة</numerusform>
            <numerusform>عرض محادثتين مؤرشفتين</numerusform>
            <numerusform>عرض {n} محادثات مؤرشفة</numerusform>
            <numerusform>عرض {n} محادثة مؤرشفة</numerusform>
            <numerusform>عرض {n} محادثة مؤرشفة</numerusform>
        </translation>
    </message>
    <message>
        <source>Showing what was known on {day}</source>
        <translation>يُعرض ما كان معروفًا في {day}</translation>
    </message>
    <message>
        <source>Showing what was true on {day}</source>
        <translation>يُعرض ما كان صحيحًا في {day}</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>منذ {day}</translation>
    </message>
    <message>
        <source>Size of letters</source>
        <translation>حجم الحروف</translation>
    </message>
    <message>
        <source>Size of letters changed</source>
        <translation>تغيّر حجم الحروف</translation>
    </message>
    <message>
        <source>Skip: look around without a model</source>
        <translation>تخطٍّ: نظرة دون نموذج</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>متوسط</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>حدث خطأ ما</translation>
    </message>
    <message>
        <source>Space ticks · Ctrl+A ticks all · Enter shows one as a card · Esc closes</source>
        <translation>المسافة للتأشير · Ctrl+A لتأشير الكل · Enter لعرض واحد كبطاقة · Esc للإغلاق</translation>
    </message>
    <message>
        <source>Space ticks · E edits</source>
        <translation>المسافة تؤشّر · E يحرّر</translation>
    </message>
    <message>
        <source>Start chatting</source>
        <translation>ابدأ المحادثة</translation>
    </message>
    <message>
        <source>Starting the model again…</source>
        <translation>يُعاد تشغيل النموذج…</translation>
    </message>
    <message>
        <source>Starting {title}</source>
        <translation>جارٍ تشغيل {title}</translation>
    </message>
    <message>
        <source>Starting {title}…</source>
        <translation>جارٍ تشغيل {title}…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>جارٍ التشغيل…</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>البقاء في شريط النظام</translation>
    </message>
    <message>
        <source>Still answering in another chat · Esc stops it</source>
        <translation>ما زال يجيب في محادثة أخرى · Esc يوقفه</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>إيقاف (Esc)</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>إيقاف الإجابة</translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation>إيقاف الاستيراد</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>أُوقفت</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>قوية.</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>مقترح</translation>
    </message>
    <message>
        <source>Suggested for next time; it waits in the inbox</source>
        <translation>اقتُرح للمرة القادمة؛ ينتظر بين الاقتراحات</translation>
    </message>
    <message>
        <source>Suggested to you, saved only when you accept.</source>
        <translation>يُقترح عليك، ولا يُحفظ إلا إن قبلت.</translation>
    </message>
    <message>
        <source>Suggested: {text}</source>
        <translation>مقترح: {text}</translation>
    </message>
    <message>
        <source>Suggestion {here} of {all}.</source>
        <translation>الاقتراح {here} من {all}.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>الاقتراحات</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>الملخص</translation>
    </message>
    <message>
        <source>Summed up</source>
        <translation>لُخّص</translation>
    </message>
    <message>
        <source>Switch to it</source>
        <translation>الانتقال إليه</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>الوسوم، تفصلها فواصل</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Take back the last act</source>
        <translation>التراجع عن آخر فعل</translation>
    </message>
    <message>
        <source>Take {name} apart again</source>
        <translation>فصل {name} ثانية</translation>
    </message>
    <message>
        <source>Taken apart</source>
        <translation>فُصل</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>تُراجع عنه</translation>
    </message>
    <message numerus="yes">
        <source>Taken back with the old message: {n} memories</source>
        <comment>Taken back with the old message: {n} memory</comment>
        <translation>
            <numerusform>لم يُتراجع عن شيء مع الرسالة القديمة</numerusform>
            <numerusform>تُراجع مع الرسالة القديمة عن ذكرى واحدة</numerusform>
            <numerusform>تُراجع مع الرسالة القديمة عن ذكريين</numerusform>
            <numerusform>تُراجع مع الرسالة القديمة عن {n} ذكريات</numerusform>
            <numerusform>تُراجع مع الرسالة القديمة عن {n} ذكرى</numerusform>
            <numerusform>تُراجع مع الرسالة القديمة عن {n} ذكرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>تُراجع عن: {what}</translation>
    </message>
    <message>
        <source>Taken out of its folder</source>
        <translation>أُخرجت من مجلدها</translation>
    </message>
    <message>
        <source>Temporary chat</source>
        <translation>محادثة مؤقتة</translation>
    </message>
    <message>
        <source>Temporary chat: nothing is kept or learned</source>
        <translation>محادثة مؤقتة: لا يُحفظ شيء ولا يُتعلّم</translation>
    </message>
    <message>
        <source>Test its speed</source>
        <translation>اختبار سرعته</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>That cannot be done</source>
        <translation>هذا غير ممكن</translation>
    </message>
    <message>
        <source>That chat is gone</source>
        <translation>لم تعد تلك المحادثة موجودة</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>لم ينجح ذلك</translation>
    </message>
    <message>
        <source>That did not work: {reason}</source>
        <translation>لم ينجح ذلك: {reason}</translation>
    </message>
    <message>
        <source>That is known already</source>
        <translation>هذا معروف من قبل</translation>
    </message>
    <message>
        <source>That is known already.</source>
        <translation>هذا معروف من قبل.</translation>
    </message>
    <message>
        <source>That is not in the list any more</source>
        <translation>لم يعد ذلك في القائمة</translation>
    </message>
    <message>
        <source>That is not the passphrase until now.</source>
        <translation>هذه ليست عبارة المرور الحالية.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>ليست هذه عبارة المرور.</translation>
    </message>
    <message>
        <source>That looks like a password, key or code. Such secrets are not kept; a password manager is the place for them.</source>
        <translation>يبدو هذا كلمة مرور أو مفتاحًا أو رمزًا سريًا. مثل هذه الأسرار لا تُحفظ هنا؛ مكانها مدير كلمات المرور.</translation>
    </message>
    <message>
        <source>That message is not there any more</source>
        <translation>لم تعد تلك الرسالة موجودة</translation>
    </message>
    <message>
        <source>That message is not there any more.</source>
        <translation>لم تعد تلك الرسالة موجودة.</translation>
    </message>
    <message>
        <source>That older value is not there (any more).</source>
        <translation>لم تعد تلك القيمة القديمة موجودة.</translation>
    </message>
    <message>
        <source>That passphrase does not open it.</source>
        <translation>عبارة المرور هذه لا تفتحها.</translation>
    </message>
    <message>
        <source>The answer is still being written. Keep the chat when it is finished.</source>
        <translation>ما زالت الإجابة تُكتب. احتفظ بالمحادثة حين تنتهي.</translation>
    </message>
    <message>
        <source>The assistant noted it itself, in its own words.</source>
        <translation>دوّنه المساعد بنفسه، بكلماته هو.</translation>
    </message>
    <message>
        <source>The assistant noted this itself on {day}; these are its own words.</source>
        <translation>دوّن المساعد هذا بنفسه في {day}؛ والكلمات كلماته.</translation>
    </message>
    <message>
        <source>The best of these at understanding and learning. Wants a computer with 8 GB of memory.</source>
        <translation>أفضل هذه فهمًا وتعلّمًا. يريد حاسوبًا بذاكرة 8 GB.</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>السلة فارغة.</translation>
    </message>
    <message>
        <source>The chat goes on from here; the old version stays.</source>
        <translation>تستمر المحادثة من هنا؛ وتبقى الصيغة القديمة.</translation>
    </message>
    <message>
        <source>The chat waits and asks before each save.</source>
        <translation>تنتظر المحادثة وتسأل قبل كل حفظ.</translation>
    </message>
    <message>
        <source>The chat was not exported</source>
        <translation>لم تُصدَّر المحادثة</translation>
    </message>
    <message>
        <source>The connection broke; try again to go on from there.</source>
        <translation>انقطع الاتصال؛ حاول ثانية ليتابع من هناك.</translation>
    </message>
    <message>
        <source>The data folder was named when Keepwise was started. Name another one there.</source>
        <translation>حُدّد مجلد البيانات عند تشغيل Keepwise. حدّد غيره هناك.</translation>
    </message>
    <message>
        <source>The data lie in {old} again</source>
        <translation>عادت البيانات إلى {old}</translation>
    </message>
    <message>
        <source>The disk is too full</source>
        <translation>القرص ممتلئ جدًا</translation>
    </message>
    <message>
        <source>The download did not succeed</source>
        <translation>لم ينجح التنزيل</translation>
    </message>
    <message>
        <source>The file is not there any more. Put it back, or remove it from this list.</source>
        <translation>لم يعد الملف موجودًا. أعده إلى مكانه، أو أزله من هذه القائمة.</translation>
    </message>
    <message>
        <source>The file was not attached</source>
        <translation>لم يُرفق الملف</translation>
    </message>
    <message>
        <source>The files could not be changed</source>
        <translation>تعذّر تغيير الملفات</translation>
    </message>
    <message>
        <source>The folder needs a name.</source>
        <translation>يحتاج المجلد إلى اسم.</translation>
    </message>
    <message>
        <source>The goal, the plan and the progress of the open chat come here.</source>
        <translation>هنا يأتي هدف المحادثة المفتوحة وخطتها وتقدّمها.</translation>
    </message>
    <message>
        <source>The import was stopped; nothing of it was kept</source>
        <translation>أُوقف الاستيراد، ولم يُحفظ منه شيء</translation>
    </message>
    <message>
        <source>The keys of the beginning: {action}</source>
        <translation>مفاتيح البداية: {action}</translation>
    </message>
    <message>
        <source>The language changes at the next start: something is still going on here</source>
        <translation>تتغيّر اللغة عند التشغيل القادم: ما زال شيء جاريًا هنا</translation>
    </message>
    <message>
        <source>The lock is off</source>
        <translation>القفل متوقف</translation>
    </message>
    <message>
        <source>The memory file could not be read</source>
        <translation>تعذّرت قراءة ملف الذاكرة</translation>
    </message>
    <message>
        <source>The memory file could not be used</source>
        <translation>تعذّر استعمال ملف الذاكرة</translation>
    </message>
    <message>
        <source>The memory file is damaged</source>
        <translation>ملف الذاكرة تالف</translation>
    </message>
    <message>
        <source>The memory file is encrypted</source>
        <translation>ملف الذاكرة مشفّر</translation>
    </message>
    <message>
        <source>The memory file is encrypted (AES-256). Keepwise asks for the passphrase at each start.</source>
        <translation>ملف الذاكرة مشفّر (AES-256). يطلب Keepwise عبارة المرور عند كل تشغيل.</translation>
    </message>
    <message>
        <source>The memory file is in use</source>
        <translation>ملف الذاكرة قيد الاستعمال</translation>
    </message>
    <message>
        <source>The memory file is plain again</source>
        <translation>لم يعد ملف الذاكرة مشفّرًا</translation>
    </message>
    <message>
        <source>The memory file is plain: whoever can read your files can read it. With a passphrase it is encrypted, with its backups, and Keepwise asks for it at each start.</source>
        <translation>ملف الذاكرة غير مشفّر: من يستطيع قراءة ملفاتك يستطيع قراءته. بعبارة مرور يُشفّر هو ونسخه الاحتياطية، ويطلبها Keepwise عند كل تشغيل.</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>The model could not be used</source>
        <translation>تعذّر استعمال النموذج</translation>
    </message>
    <message>
        <source>The model is not on this computer</source>
        <translation>النموذج ليس على هذا الحاسوب</translation>
    </message>
    <message>
        <source>The model stopped unexpectedly</source>
        <translation>توقف النموذج على نحو غير متوقع</translation>
    </message>
    <message>
        <source>The model was closed while it was answering.</source>
        <translation>أُغلق النموذج وهو يجيب.</translation>
    </message>
    <message>
        <source>The model&apos;s context is full. What was learned from them is still recalled.</source>
        <translation>امتلأ سياق النموذج. وما تُعلّم منها ما زال يُستحضر.</translation>
    </message>
    <message>
        <source>The model&apos;s process {how}. It is started again at the next message.</source>
        <translation>انتهت عملية النموذج ({how}). تبدأ من جديد مع الرسالة التالية.</translation>
    </message>
    <message>
        <source>The model, your chats and everything learned from them lie on this computer. Nothing is sent.</source>
        <translation>النموذج ومحادثاتك وكل ما تُعلّم منها على هذا الحاسوب. لا يُرسل شيء.</translation>
    </message>
    <message>
        <source>The models lie in {path}</source>
        <translation>النماذج في {path}</translation>
    </message>
    <message>
        <source>The models lie in {target} now</source>
        <translation>صارت النماذج في {target}</translation>
    </message>
    <message>
        <source>The old data in {old} are deleted</source>
        <translation>حُذفت البيانات القديمة في {old}</translation>
    </message>
    <message>
        <source>The outcome is empty. Say in a few words how it turned out.</source>
        <translation>النتيجة فارغة. قل في بضع كلمات كيف انتهى الأمر.</translation>
    </message>
    <message>
        <source>The quick ask has a key of the desktop</source>
        <translation>للسؤال السريع مفتاح على سطح المكتب</translation>
    </message>
    <message>
        <source>The quick ask has no key of the desktop</source>
        <translation>ليس للسؤال السريع مفتاح على سطح المكتب</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>العبارة نفسها ثانية</translation>
    </message>
    <message>
        <source>The server is no longer in the list</source>
        <translation>لم يعد الخادم في القائمة</translation>
    </message>
    <message>
        <source>The temporary chat has ended</source>
        <translation>انتهت المحادثة المؤقتة</translation>
    </message>
    <message>
        <source>The text is empty. Write something first.</source>
        <translation>النص فارغ. اكتب شيئًا أولًا.</translation>
    </message>
    <message>
        <source>The text is empty. Write something, or forget the item instead.</source>
        <translation>النص فارغ. اكتب شيئًا، أو انسَ العنصر بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>The text is empty. Write something, or reject the item instead.</source>
        <translation>النص فارغ. اكتب شيئًا، أو ارفض العنصر بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>العبارتان ليستا متطابقتين.</translation>
    </message>
    <message>
        <source>The window locks after 5 minutes</source>
        <translation>تُقفل النافذة بعد 5 دقائق</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>Theme changed</source>
        <translation>تغيّرت السمة</translation>
    </message>
    <message>
        <source>There is a memory file in {target} already. Choose an empty folder.</source>
        <translation>يوجد ملف ذاكرة في {target} من قبل. اختر مجلدًا فارغًا.</translation>
    </message>
    <message>
        <source>There is no backup beside it.</source>
        <translation>لا توجد نسخة احتياطية بجانبه.</translation>
    </message>
    <message>
        <source>There is no item {id} (any more).</source>
        <translation>لم يعد العنصر {id} موجودًا.</translation>
    </message>
    <message>
        <source>There is no language model yet</source>
        <translation>لا يوجد نموذج لغوي بعد</translation>
    </message>
    <message>
        <source>There is no room for it beside the other files. Send it in the next message.</source>
        <translation>لا مكان له بجانب الملفات الأخرى. أرسله في الرسالة التالية.</translation>
    </message>
    <message>
        <source>There is no way back without the passphrase: nobody can restore it, and without it your memories cannot be read, by you neither. Write it down. An export is plain text; keep it in a safe place.</source>
        <translation>لا رجعة من دون عبارة المرور: لا أحد يستطيع استعادتها، ومن دونها لا يمكن قراءة ذكرياتك، حتى لك أنت. دوّنها. الملف المُصدَّر غير مشفّر؛ احفظه في مكان آمن.</translation>
    </message>
    <message>
        <source>There is not enough room in {folder}: {needed} bytes are needed, {free} are free.</source>
        <translation>لا مساحة كافية في {folder}: المطلوب {needed} بايت، والمتاح {free}.</translation>
    </message>
    <message>
        <source>There is nothing to keep yet</source>
        <translation>لا شيء للاحتفاظ به بعد</translation>
    </message>
    <message>
        <source>There is room for one value only. Replace the old one, or reject the new one.</source>
        <translation>لا مكان هنا إلا لقيمة واحدة. استبدل القديمة، أو ارفض الجديدة.</translation>
    </message>
    <message>
        <source>These backups could not be read and stay as they are: {names}</source>
        <translation>تعذرت قراءة هذه النسخ وتبقى كما هي: {names}</translation>
    </message>
    <message>
        <source>These items have changed since. Look for suggestions again.</source>
        <translation>تغيّرت هذه العناصر منذ ذلك. ابحث عن الاقتراحات ثانية.</translation>
    </message>
    <message>
        <source>These matters are only suggested, never saved silently, unless you tick them.</source>
        <translation>هذه الأمور تُقترح فقط ولا تُحفظ بصمت أبدًا، إلا إن أشّرت عليها.</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>شيء</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>يفكّر…</translation>
    </message>
    <message numerus="yes">
        <source>Thinking… {n} words</source>
        <comment>Thinking… {n} word</comment>
        <translation>
            <numerusform>يفكّر…</numerusform>
            <numerusform>يفكّر… كلمة واحدة</numerusform>
            <numerusform>يفكّر… كلمتان</numerusform>
            <numerusform>يفكّر… {n} كلمات</numerusform>
            <numerusform>يفكّر… {n} كلمة</numerusform>
            <numerusform>يفكّر… {n} كلمة</numerusform>
        </translation>
    </message>
    <message>
        <source>This backup is under an earlier passphrase.</source>
        <translation>هذه النسخة بعبارة مرور سابقة.</translation>
    </message>
    <message>
        <source>This cannot be undone. The sentences it was learned from are cut out of your chats as well, so that nothing of it stays in the memory file.</source>
        <translation>لا يمكن التراجع عن هذا. والجمل التي تُعلّم منها تُقتطع من محادثاتك أيضًا، حتى لا يبقى منه شيء في ملف الذاكرة.</translation>
    </message>
    <message>
        <source>This chat</source>
        <translation>هذه المحادثة</translation>
    </message>
    <message>
        <source>This chat is kept already. Go on with it there.</source>
        <translation>هذه المحادثة محتفظ بها من قبل. تابعها هناك.</translation>
    </message>
    <message>
        <source>This chat is temporary: nothing of it is kept. Keep the chat to have it remembered.</source>
        <translation>هذه المحادثة مؤقتة: لا يُحفظ منها شيء. احتفظ بالمحادثة ليُتذكّر ما فيها.</translation>
    </message>
    <message>
        <source>This computer has {total} of memory, {free} of it free now. {where}</source>
        <translation>في هذا الحاسوب {total} من الذاكرة، منها {free} متاحة الآن. {where}</translation>
    </message>
    <message>
        <source>This is how it is now. Nothing was changed.</source>
        <translation>هكذا هو الآن. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>This is too long for the model</source>
        <translation>هذا أطول مما يسع النموذج</translation>
    </message>
    <message>
        <source>This item is rejected already.</source>
        <translation>هذا العنصر مرفوض من قبل.</translation>
    </message>
    <message>
        <source>This message needs {needed} tokens, and the model reads at most {limit} at once. It is saved; send it in parts, or choose a model with a larger context.</source>
        <translation>تحتاج هذه الرسالة إلى {needed} رمز، والنموذج يقرأ {limit} على الأكثر دفعة واحدة. الرسالة محفوظة؛ أرسلها على أجزاء، أو اختر نموذجًا ذا سياق أكبر.</translation>
    </message>
    <message>
        <source>This needs {needed} tokens, and the model holds {limit}. Begin a new chat or send less.</source>
        <translation>يحتاج هذا إلى {needed} رمز، والنموذج يسع {limit}. ابدأ محادثة جديدة أو أرسل أقل.</translation>
    </message>
    <message>
        <source>This was changed since ({act}). Undo that first, or forget the item instead.</source>
        <translation>تغيّر هذا منذ ذلك ({act}). تراجع عن ذلك أولًا، أو انسَ العنصر بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>الأنوية</translation>
    </message>
    <message>
        <source>Threads changed</source>
        <translation>تغيّر عدد الأنوية</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>تأشير الكل</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>إلغاء كل التأشيرات</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>مؤشّر</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>الترتيب والتنظيف</translation>
    </message>
    <message>
        <source>Timezone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>كبير جدًا</translation>
    </message>
    <message>
        <source>Too short: at least {n} characters.</source>
        <translation>قصيرة جدًا: {n} أحرف على الأقل.</translation>
    </message>
    <message>
        <source>True since {since} until {until}.</source>
        <translation>صحيح من {since} حتى {until}.</translation>
    </message>
    <message>
        <source>True since {since}.</source>
        <translation>صحيح منذ {since}.</translation>
    </message>
    <message>
        <source>True until {until}.</source>
        <translation>صحيح حتى {until}.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول ثانية</translation>
    </message>
    <message>
        <source>Try to answer again</source>
        <translation>محاولة الإجابة ثانية</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>إيقاف…</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Turn the encryption off</source>
        <translation>إيقاف التشفير</translation>
    </message>
    <message>
        <source>Turned out: {outcome}</source>
        <translation>النتيجة: {outcome}</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Type its passphrase to open Keepwise.</source>
        <translation>اكتب عبارة المرور لفتح Keepwise.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>التراجع عن الكل</translation>
    </message>
    <message>
        <source>Undo all answers of this review</source>
        <translation>التراجع عن كل أجوبة هذه المراجعة</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>Unlock Keepwise</source>
        <translation>إلغاء قفل Keepwise</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>إلغاء التثبيت</translation>
    </message>
    <message>
        <source>Until then your chats and everything that was learned can be read, searched, changed and added to. Nothing is lost.</source>
        <translation>وحتى ذلك الحين يمكنك قراءة محادثاتك وكل ما تُعلّم والبحث فيها وتغييرها والإضافة إليها. لا يضيع شيء.</translation>
    </message>
    <message>
        <source>Use DuckDB</source>
        <translation>استعمال DuckDB</translation>
    </message>
    <message>
        <source>Use a file of my own…</source>
        <translation>استعمال ملف خاص بي…</translation>
    </message>
    <message>
        <source>Use it where it lies</source>
        <translation>استعماله في مكانه</translation>
    </message>
    <message>
        <source>Use it: leaves this computer</source>
        <translation>استعماله: يغادر هذا الحاسوب</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>استعمال هذا النموذج</translation>
    </message>
    <message>
        <source>Used memories</source>
        <translation>الذكريات المستعملة</translation>
    </message>
    <message numerus="yes">
        <source>Used {n} memories</source>
        <comment>Used {n} memory</comment>
        <translation>
            <numerusform>لم تُستعمل ذكريات</numerusform>
            <numerusform>استُعملت ذكرى واحدة</numerusform>
            <numerusform>استُعملت ذكريان</numerusform>
            <numerusform>استُعملت {n} ذكريات</numerusform>
            <numerusform>استُعملت {n} ذكرى</numerusform>
            <numerusform>استُعملت {n} ذكرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Using {tool}…</source>
        <translation>يستعمل {tool}…</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Version {text}</source>
        <translation>الصيغة {text}</translation>
    </message>
    <message>
        <source>Wait for the answer, or stop it with Esc</source>
        <translation>انتظر الإجابة، أو أوقفها بـ Esc</translation>
    </message>
    <message>
        <source>Waits for your word</source>
        <translation>ينتظر كلمتك</translation>
    </message>
    <message>
        <source>Weak: somebody who has the file could guess it. Add a word or two.</source>
        <translation>ضعيفة: من لديه الملف قد يخمّنها. أضف كلمة أو اثنتين.</translation>
    </message>
    <message>
        <source>Welcome to Keepwise</source>
        <translation>مرحبًا بك في Keepwise</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>جيد</translation>
    </message>
    <message>
        <source>What I know about {topic}</source>
        <translation>ما أعرفه عن {topic}</translation>
    </message>
    <message>
        <source>What I’ve learned</source>
        <translation>ما تعلّمته</translation>
    </message>
    <message>
        <source>What becomes of older backups</source>
        <translation>مصير النسخ الاحتياطية الأقدم</translation>
    </message>
    <message>
        <source>What do you remember about me?</source>
        <translation>ماذا تتذكّر عني؟</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>What has come is kept.</source>
        <translation>ما وصل يبقى محفوظًا.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>ما يُعرض</translation>
    </message>
    <message>
        <source>What is to be remembered</source>
        <translation>ما ينبغي تذكّره</translation>
    </message>
    <message>
        <source>What it learned from your words stands on the right, each with the sentence it rests on.</source>
        <translation>ما تعلّمه من كلماتك في القائمة الجانبية، كلٌّ مع الجملة التي يستند إليها.</translation>
    </message>
    <message>
        <source>What shall we work on?</source>
        <translation>علامَ نعمل اليوم؟</translation>
    </message>
    <message>
        <source>What should be different next time?</source>
        <translation>ما الذي ينبغي أن يختلف في المرة القادمة؟</translation>
    </message>
    <message>
        <source>What the assistant calls you. It is a field of your profile.</source>
        <translation>كيف يناديك المساعد. هو حقل في ملفك الشخصي.</translation>
    </message>
    <message>
        <source>What the modes mean</source>
        <translation>معنى الأوضاع</translation>
    </message>
    <message>
        <source>What to do with {name}</source>
        <translation>ما يُفعل بـ {name}</translation>
    </message>
    <message>
        <source>What was known</source>
        <translation>ما كان معروفًا</translation>
    </message>
    <message>
        <source>What was known on…</source>
        <translation>ما كان معروفًا في…</translation>
    </message>
    <message>
        <source>What was learned follows the message that is shown</source>
        <translation>ما تُعلّم يتبع الرسالة المعروضة</translation>
    </message>
    <message>
        <source>What was learned, as JSON or Markdown. Import also reads exports of ChatGPT and Claude.</source>
        <translation>ما تُعلّم، بصيغة JSON أو Markdown. ويقرأ الاستيراد أيضًا ما صدّره ChatGPT وClaude.</translation>
    </message>
    <message>
        <source>What was true</source>
        <translation>ما كان صحيحًا</translation>
    </message>
    <message>
        <source>What was wrong with the answer</source>
        <translation>ما الخطأ في الإجابة</translation>
    </message>
    <message>
        <source>What was wrong?</source>
        <translation>ما الخطأ؟</translation>
    </message>
    <message>
        <source>What you decided and why comes here. Later I ask how it turned out.</source>
        <translation>هنا يأتي ما قرّرته ولماذا. وأسأل لاحقًا كيف انتهى الأمر.</translation>
    </message>
    <message>
        <source>What you forget waits here, out of every answer, until you restore it or empty the bin.</source>
        <translation>ما تنساه ينتظر هنا، خارج كل إجابة، حتى تستعيده أو تفرغ السلة.</translation>
    </message>
    <message>
        <source>What you like, do and plan comes here.</source>
        <translation>هنا يأتي ما تحبه وتفعله وتخطط له.</translation>
    </message>
    <message>
        <source>What you say is saved after each answer. You can undo it.</source>
        <translation>ما تقوله يُحفظ بعد كل إجابة. ويمكنك التراجع عنه.</translation>
    </message>
    <message>
        <source>What you write, and what Keepwise recalls for it, is sent to this address: it leaves this computer. Only use a server that you trust. Off until you choose a model from it. Its key is stored in the memory file, and encrypted with it when you turn that on under Settings, Safe-keeping.</source>
        <translation>ما تكتبه وما يستحضره Keepwise لأجله يُرسل إلى هذا العنوان: إنه يغادر هذا الحاسوب. استخدم خادمًا تثق به فقط. متوقف حتى تختار نموذجًا منه. يُحفظ مفتاحه في ملف الذاكرة، ويُشفّر معه إن فعّلت ذلك في الإعدادات، الحفظ الآمن.</translation>
    </message>
    <message>
        <source>Whatever you choose, the damaged file is kept beside the new one.</source>
        <translation>مهما اخترت، يُحتفظ بالملف التالف بجانب الجديد.</translation>
    </message>
    <message>
        <source>When to lock</source>
        <translation>متى يُقفل</translation>
    </message>
    <message>
        <source>Where from?</source>
        <translation>من أين؟</translation>
    </message>
    <message>
        <source>Where shall the models lie?</source>
        <translation>أين توضع النماذج؟</translation>
    </message>
    <message>
        <source>Where shall your data lie?</source>
        <translation>أين توضع بياناتك؟</translation>
    </message>
    <message>
        <source>Who or what</source>
        <translation>من أو ما</translation>
    </message>
    <message>
        <source>Who or what it is, in one line</source>
        <translation>من هو أو ما هو، في سطر واحد</translation>
    </message>
    <message>
        <source>Whoever can read your files can then read your memories and chats.</source>
        <translation>من يستطيع قراءة ملفاتك يستطيع عندئذ قراءة ذكرياتك ومحادثاتك.</translation>
    </message>
    <message>
        <source>Whom or what</source>
        <translation>من أو ماذا</translation>
    </message>
    <message>
        <source>Why you are asked</source>
        <translation>لماذا تُسأل</translation>
    </message>
    <message>
        <source>Will be slow</source>
        <translation>سيكون بطيئًا</translation>
    </message>
    <message>
        <source>With a model of this list nothing you write leaves this computer.</source>
        <translation>مع نموذج من هذه القائمة لا يغادر هذا الحاسوب شيء مما تكتبه.</translation>
    </message>
    <message>
        <source>Works at the harbour.</source>
        <translation>يعمل في الميناء.</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>اكتب رسالة</translation>
    </message>
    <message>
        <source>Write a name first.</source>
        <translation>اكتب اسمًا أولًا.</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>اكتب شيئًا أولًا.</translation>
    </message>
    <message>
        <source>Write the day as 2027-01-31.</source>
        <translation>اكتب اليوم هكذا: 2027-01-31.</translation>
    </message>
    <message>
        <source>Writing for five seconds…</source>
        <translation>يكتب خمس ثوانٍ…</translation>
    </message>
    <message>
        <source>Writing your memory as plain text…</source>
        <translation>جارٍ فك تشفير ذاكرتك…</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>كُتب</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>You allowed it</source>
        <translation>سمحتَ بذلك</translation>
    </message>
    <message>
        <source>You are called {name}</source>
        <translation>صرت تُدعى {name}</translation>
    </message>
    <message>
        <source>You chose “{mode}” for {store}.</source>
        <translation>اخترت «{mode}» لـ«{store}».</translation>
    </message>
    <message>
        <source>You decide</source>
        <translation>القرار لك</translation>
    </message>
    <message>
        <source>You said this</source>
        <translation>أنت قلت هذا</translation>
    </message>
    <message>
        <source>You wrote this</source>
        <translation>أنت كتبت هذا</translation>
    </message>
    <message>
        <source>You wrote this here by hand on {day}. No conversation is behind it.</source>
        <translation>كتبتَ هذا هنا بيدك في {day}. لا محادثة وراءه.</translation>
    </message>
    <message>
        <source>You wrote this on {day}.</source>
        <translation>كتبتَ هذا في {day}.</translation>
    </message>
    <message>
        <source>You: {text}</source>
        <translation>أنت: {text}</translation>
    </message>
    <message>
        <source>Your backups follow.</source>
        <translation>وتتبعها نسخك الاحتياطية.</translation>
    </message>
    <message>
        <source>Your chats will appear here. They stay on this computer.</source>
        <translation>ستظهر محادثاتك هنا. تبقى على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>بياناتك</translation>
    </message>
    <message>
        <source>Your data lie in {new} now. The old ones in {old} are still there.</source>
        <translation>صارت بياناتك في {new}. والقديمة في {old} ما زالت هناك.</translation>
    </message>
    <message>
        <source>Your desktop gave no key to the quick ask</source>
        <translation>لم يعطِ سطح مكتبك مفتاحًا للسؤال السريع</translation>
    </message>
    <message>
        <source>Your memory file cannot be read</source>
        <translation>تتعذر قراءة ملف ذاكرتك</translation>
    </message>
    <message>
        <source>Your memory is encrypted</source>
        <translation>ذاكرتك مشفّرة</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>رسالتك</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>Your name, home, role and language come here, one line each.</source>
        <translation>هنا يأتي اسمك وسكنك وعملك ولغتك، كلٌّ في سطر.</translation>
    </message>
    <message>
        <source>Your own file, copied in.</source>
        <translation>ملفك الخاص، منسوخ إلى هنا.</translation>
    </message>
    <message>
        <source>Your own file, used where it lies.</source>
        <translation>ملفك الخاص، يُستعمل في مكانه.</translation>
    </message>
    <message>
        <source>Your rules</source>
        <translation>قواعدك</translation>
    </message>
    <message>
        <source>[picture: {name}]</source>
        <translation>[صورة: {name}]</translation>
    </message>
    <message>
        <source>a key of your choice</source>
        <translation>مفتاح من اختيارك</translation>
    </message>
    <message>
        <source>about {n} h left</source>
        <translation>بقيت نحو {n} ساعة</translation>
    </message>
    <message>
        <source>about {n} min left</source>
        <translation>بقيت نحو {n} دقيقة</translation>
    </message>
    <message>
        <source>about {n} s left</source>
        <translation>بقيت نحو {n} ثانية</translation>
    </message>
    <message numerus="yes">
        <source>about {n} words a second</source>
        <comment>about {n} word a second</comment>
        <translation>
            <numerusform>نحو {n} كلمة في الثانية</numerusform>
            <numerusform>نحو كلمة في الثانية</numerusform>
            <numerusform>نحو كلمتين في الثانية</numerusform>
            <numerusform>نحو {n} كلمات في الثانية</numerusform>
            <numerusform>نحو {n} كلمة في الثانية</numerusform>
            <numerusform>نحو {n} كلمة في الثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>always given</source>
        <translation>يُعطى دائمًا</translation>
    </message>
    <message numerus="yes">
        <source>and {n} older lines</source>
        <comment>and {n} older lines</comment>
        <translation>
            <numerusform>ولا أسطر أقدم</numerusform>
            <numerusform>وسطر أقدم</numerusform>
            <numerusform>وسطران أقدم</numerusform>
            <numerusform>و{n} أسطر أقدم</numerusform>
            <numerusform>و{n} سطرًا أقدم</numerusform>
            <numerusform>و{n} سطر أقدم</numerusform>
        </translation>
    </message>
    <message>
        <source>at {when}</source>
        <translation>الساعة {when}</translation>
    </message>
    <message>
        <source>by the assistant</source>
        <translation>من المساعد</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>منك</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>من {name}</translation>
    </message>
    <message>
        <source>children</source>
        <translation>الأطفال</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>d MMMM yyyy، HH:mm</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>قرار</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of the language, such as de</comment>
        <translation>ar</translation>
    </message>
    <message>
        <source>fact</source>
        <translation>معلومة</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>واثق إلى حد ما</translation>
    </message>
    <message>
        <source>field</source>
        <translation>حقل</translation>
    </message>
    <message>
        <source>first {part} %</source>
        <translation>أول {part}٪</translation>
    </message>
    <message>
        <source>first {read} of {all} pages</source>
        <translation>أول {read} من {all} صفحة</translation>
    </message>
    <message>
        <source>forgotten {when}</source>
        <translation>نُسي {when}</translation>
    </message>
    <message>
        <source>from what you said</source>
        <translation>مما قلته</translation>
    </message>
    <message>
        <source>health</source>
        <translation>الصحة</translation>
    </message>
    <message>
        <source>insight</source>
        <translation>فكرة</translation>
    </message>
    <message>
        <source>is here already</source>
        <translation>موجود هنا</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>leads, works at, knows…</source>
        <translation>يقود، يعمل في، يعرف…</translation>
    </message>
    <message>
        <source>less than a word a second</source>
        <translation>أقل من كلمة في الثانية</translation>
    </message>
    <message>
        <source>meaning {cosine}</source>
        <translation>المعنى {cosine}</translation>
    </message>
    <message>
        <source>meaning {cosine}, words {keywords}</source>
        <translation>المعنى {cosine}، الكلمات {keywords}</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>ذكرى</translation>
    </message>
    <message>
        <source>money</source>
        <translation>المال</translation>
    </message>
    <message>
        <source>needs {size} of memory</source>
        <translation>يحتاج {size} من الذاكرة</translation>
    </message>
    <message>
        <source>needs {size} of memory; this computer has {total}</source>
        <translation>يحتاج {size} من الذاكرة؛ وفي هذا الحاسوب {total}</translation>
    </message>
    <message>
        <source>not quite sure</source>
        <translation>غير واثق تمامًا</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>لم يُستعمل بعد</translation>
    </message>
    <message>
        <source>note on this chat</source>
        <translation>ملاحظة عن هذه المحادثة</translation>
    </message>
    <message>
        <source>on {when}</source>
        <translation>في {when}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>politics</source>
        <translation>السياسة</translation>
    </message>
    <message>
        <source>quite sure</source>
        <translation>واثق تمامًا</translation>
    </message>
    <message>
        <source>religion</source>
        <translation>الدين</translation>
    </message>
    <message>
        <source>replaces “{text}”</source>
        <translation>يحلّ محلّ «{text}»</translation>
    </message>
    <message>
        <source>score {score}</source>
        <translation>الدرجة {score}</translation>
    </message>
    <message>
        <source>sexuality</source>
        <translation>الحياة الجنسية</translation>
    </message>
    <message>
        <source>since {when}</source>
        <translation>منذ {when}</translation>
    </message>
    <message numerus="yes">
        <source>used {n} times</source>
        <comment>used once</comment>
        <translation>
            <numerusform>لم يُستعمل</numerusform>
            <numerusform>استُعمل مرة</numerusform>
            <numerusform>استُعمل مرتين</numerusform>
            <numerusform>استُعمل {n} مرات</numerusform>
            <numerusform>استُعمل {n} مرة</numerusform>
            <numerusform>استُعمل {n} مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>you</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>you asked what is known</source>
        <translation>سألتَ عمّا هو معروف</translation>
    </message>
    <message>
        <source>your identity</source>
        <translation>هويتك</translation>
    </message>
    <message>
        <source>{about} Licence: {licence}.</source>
        <translation>‏{about} الرخصة: {licence}.</translation>
    </message>
    <message>
        <source>{action}: no keys any more</source>
        <translation>{action}: لا مفاتيح بعد الآن</translation>
    </message>
    <message>
        <source>{action}: {keys}</source>
        <translation>{action}: {keys}</translation>
    </message>
    <message>
        <source>{act} what is ticked ({key})</source>
        <translation>‏{act}: المؤشّر ({key})</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>‏{done} من {all}</translation>
    </message>
    <message>
        <source>{error} Check that this computer is online, then try again: what has come is kept. Keepwise can be used without a model meanwhile; nothing is lost.</source>
        <translation>‏{error} تأكد من اتصال هذا الحاسوب بالشبكة ثم حاول ثانية: ما وصل يبقى محفوظًا. ويمكن استعمال Keepwise دون نموذج في هذه الأثناء؛ لا يضيع شيء.</translation>
    </message>
    <message>
        <source>{error} {speaks} goes on answering.</source>
        <translation>‏{error} ويتابع {speaks} الإجابة.</translation>
    </message>
    <message>
        <source>{file} · Esc quits</source>
        <translation>{file} · Esc للخروج</translation>
    </message>
    <message>
        <source>{gone}: its chat was deleted</source>
        <translation>‏{gone}: حُذفت محادثتها</translation>
    </message>
    <message>
        <source>{here} of {all}</source>
        <translation>‏{here} من {all}</translation>
    </message>
    <message>
        <source>{host} answers, but lists no model. Load one there first.</source>
        <translation>يجيب {host}، لكنه لا يذكر أي نموذج. حمّل واحدًا هناك أولًا.</translation>
    </message>
    <message>
        <source>{how} (measured here)</source>
        <translation>‏{how} (مقيس هنا)</translation>
    </message>
    <message>
        <source>{how}, estimated</source>
        <translation>‏{how}، تقديرًا</translation>
    </message>
    <message>
        <source>{keys} alone is needed for writing and moving. Take Ctrl or Alt with it, or a function key.</source>
        <translation>{keys} وحده لازم للكتابة والتنقل. أضف إليه Ctrl أو Alt، أو خذ مفتاح وظائف.</translation>
    </message>
    <message>
        <source>{keys} is needed for text (copy, cut, paste, select all). Choose others.</source>
        <translation>{keys} لازم للنص (نسخ، قص، لصق، تحديد الكل). اختر غيره.</translation>
    </message>
    <message>
        <source>{keys} is taken by “{action}”. Choose others, or change those first.</source>
        <translation>{keys} مأخوذ لـ «{action}». اختر غيره، أو غيّر ذاك أولًا.</translation>
    </message>
    <message>
        <source>{matter} is asked about</source>
        <translation>‏{matter}: يُسأل عنه</translation>
    </message>
    <message>
        <source>{matter} is saved without asking</source>
        <translation>‏{matter}: يُحفظ دون سؤال</translation>
    </message>
    <message>
        <source>{more} more</source>
        <translation>‏{more} أخرى</translation>
    </message>
    <message>
        <source>{more} more came in and wait until the end.</source>
        <translation>وصلت {more} أخرى وتنتظر حتى النهاية.</translation>
    </message>
    <message numerus="yes">
        <source>{name} ({n} things)</source>
        <comment>{name} ({n} thing)</comment>
        <translation>
            <numerusform>‏{name} (لا شيء)</numerusform>
            <numerusform>‏{name} (شيء واحد)</numerusform>
            <numerusform>‏{name} (شيئان)</numerusform>
            <numerusform>‏{name} ({n} أشياء)</numerusform>
            <numerusform>‏{name} ({n} شيئًا)</numerusform>
            <numerusform>‏{name} ({n} شيء)</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} and {other} are one already.</source>
        <translation>‏{name} و{other} واحد من قبل.</translation>
    </message>
    <message>
        <source>{name} cannot be linked to itself.</source>
        <translation>لا يمكن ربط {name} بنفسه.</translation>
    </message>
    <message>
        <source>{name} cannot be read directly. Save it as PDF or plain text and attach that.</source>
        <translation>لا يمكن قراءة {name} مباشرة. احفظه بصيغة PDF أو نصًا عاديًا وأرفق ذلك.</translation>
    </message>
    <message>
        <source>{name} did not come: {why} What has come is kept, and it goes on under Models.</source>
        <translation>‏{name} لم يصل: {why} ما وصل محفوظ، ويستمر التنزيل تحت النماذج.</translation>
    </message>
    <message>
        <source>{name} does not have the expected checksum; it was deleted.</source>
        <translation>ليس لـ {name} المجموع الاختباري المتوقع؛ حُذف الملف.</translation>
    </message>
    <message>
        <source>{name} has {size} MB; a PDF of up to {most} MB is read.</source>
        <translation>حجم {name} ‏{size} MB؛ تُقرأ ملفات PDF حتى {most} MB.</translation>
    </message>
    <message>
        <source>{name} has {size} MB; text of up to {most} MB is read. Attach the part that matters.</source>
        <translation>حجم {name} ‏{size} MB؛ يُقرأ النص حتى {most} MB. أرفق الجزء المهم.</translation>
    </message>
    <message>
        <source>{name} holds no language model that can chat. Choose a model file made for chat.</source>
        <translation>لا يحتوي {name} على نموذج لغوي للمحادثة. اختر ملف نموذج صُنع للمحادثة.</translation>
    </message>
    <message>
        <source>{name} holds no text.</source>
        <translation>لا نص في {name}.</translation>
    </message>
    <message>
        <source>{name} holds only pictures of pages (a scan), no text. Run text recognition on it first.</source>
        <translation>لا يحتوي {name} إلا على صور صفحات (مسح ضوئي) بلا نص. مرّر عليه التعرّف على النص أولًا.</translation>
    </message>
    <message>
        <source>{name} is archived</source>
        <translation>أُرشف {name}</translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation>عاد {name}</translation>
    </message>
    <message>
        <source>{name} is damaged or of a kind of PDF that cannot be read.</source>
        <translation>‏{name} تالف أو من نوع PDF لا يمكن قراءته.</translation>
    </message>
    <message>
        <source>{name} is in the list now</source>
        <translation>صار {name} في القائمة</translation>
    </message>
    <message>
        <source>{name} is known already. Merge the two, if they are one.</source>
        <translation>‏{name} معروف من قبل. ادمج الاثنين إن كانا واحدًا.</translation>
    </message>
    <message>
        <source>{name} is locked by a password. Save a copy without one and attach that.</source>
        <translation>‏{name} مقفل بكلمة مرور. احفظ نسخة بلا كلمة مرور وأرفقها.</translation>
    </message>
    <message>
        <source>{name} is named</source>
        <translation>ذُكر {name}</translation>
    </message>
    <message>
        <source>{name} is no file. Attach the files that are in it one by one.</source>
        <translation>‏{name} ليس ملفًا. أرفق الملفات التي فيه واحدًا واحدًا.</translation>
    </message>
    <message>
        <source>{name} is not a model file in GGUF format.</source>
        <translation>‏{name} ليس ملف نموذج بصيغة GGUF.</translation>
    </message>
    <message>
        <source>{name} is not a model file: choose one whose name ends in .gguf.</source>
        <translation>‏{name} ليس ملف نموذج: اختر ملفًا ينتهي اسمه بـ .gguf.</translation>
    </message>
    <message>
        <source>{name} is not text. Text, Markdown, code, CSV, JSON, HTML and PDF files can be attached.</source>
        <translation>‏{name} ليس نصًا. يمكن إرفاق النصوص وMarkdown والشيفرة وCSV وJSON وHTML وPDF.</translation>
    </message>
    <message>
        <source>{name} is on its own again</source>
        <translation>عاد {name} مستقلًا</translation>
    </message>
    <message>
        <source>{name} was archived; it is back.</source>
        <translation>كان {name} مؤرشفًا، وقد عاد.</translation>
    </message>
    <message>
        <source>{name} was merged with another. Take the two apart on that page.</source>
        <translation>دُمج {name} مع غيره. افصل الاثنين في تلك الصفحة.</translation>
    </message>
    <message>
        <source>{name}. {told}. Last spoken of {when}</source>
        <translation>‏{name}. {told}. آخر ذكر له: {when}</translation>
    </message>
    <message>
        <source>{name}: This model reads text only, no images. Describe what the picture shows.</source>
        <translation>‏{name}: هذا النموذج يقرأ النص فقط لا الصور. صِف ما في الصورة.</translation>
    </message>
    <message>
        <source>{name}: {reason}. Choose another place.</source>
        <translation>‏{name}: {reason}. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>{needs}, {free} of {total} are free · {speed}</source>
        <translation>‏{needs}، والمتاح {free} من {total} · {speed}</translation>
    </message>
    <message>
        <source>{new} new, {known} known already, {skipped} left out</source>
        <translation>‏{new} جديدة، {known} معروفة من قبل، {skipped} متروكة</translation>
    </message>
    <message>
        <source>{new} stopped in its first answer, so {old} speaks again. Your message is still there.</source>
        <translation>‏{new} توقف في إجابته الأولى، لذلك يتحدث {old} من جديد. رسالتك ما زالت موجودة.</translation>
    </message>
    <message numerus="yes">
        <source>{n} accepted</source>
        <comment>{n} accepted</comment>
        <translation>
            <numerusform>لم يُقبل شيء</numerusform>
            <numerusform>قُبل واحد</numerusform>
            <numerusform>قُبل اثنان</numerusform>
            <numerusform>قُبلت {n}</numerusform>
            <numerusform>قُبل {n}</numerusform>
            <numerusform>قُبل {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes</source>
        <comment>{n} byte</comment>
        <translation>
            <numerusform>‏{n} بايت</numerusform>
            <numerusform>بايت واحد</numerusform>
            <numerusform>بايتان</numerusform>
            <numerusform>‏{n} بايتات</numerusform>
            <numerusform>‏{n} بايتًا</numerusform>
            <numerusform>‏{n} بايت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cores</source>
        <comment>{n} core</comment>
        <translation>
            <numerusform>بلا أنوية</numerusform>
            <numerusform>نواة واحدة</numerusform>
            <numerusform>نواتان</numerusform>
            <numerusform>‏{n} أنوية</numerusform>
            <numerusform>‏{n} نواة</numerusform>
            <numerusform>‏{n} نواة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days ago</source>
        <comment>{n} day ago</comment>
        <translation>
            <numerusform>قبل {n} يوم</numerusform>
            <numerusform>قبل يوم واحد</numerusform>
            <numerusform>قبل يومين</numerusform>
            <numerusform>قبل {n} أيام</numerusform>
            <numerusform>قبل {n} يومًا</numerusform>
            <numerusform>قبل {n} يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} edited</source>
        <comment>{n} edited</comment>
        <translation>
            <numerusform>لم يُحرَّر شيء</numerusform>
            <numerusform>حُرّر واحد</numerusform>
            <numerusform>حُرّر اثنان</numerusform>
            <numerusform>حُرّرت {n}</numerusform>
            <numerusform>حُرّر {n}</numerusform>
            <numerusform>حُرّر {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <comment>{n} hour ago</comment>
        <translation>
            <numerusform>قبل {n} ساعة</numerusform>
            <numerusform>قبل ساعة واحدة</numerusform>
            <numerusform>قبل ساعتين</numerusform>
            <numerusform>قبل {n} ساعات</numerusform>
            <numerusform>قبل {n} ساعة</numerusform>
            <numerusform>قبل {n} ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} items</source>
        <comment>{n} item</comment>
        <translation>
            <numerusform>لا عناصر</numerusform>
            <numerusform>عنصر واحد</numerusform>
            <numerusform>عنصران</numerusform>
            <numerusform>‏{n} عناصر</numerusform>
            <numerusform>‏{n} عنصرًا</numerusform>
            <numerusform>‏{n} عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} items forgotten for good.</source>
        <comment>{n} item forgotten for good.</comment>
        <translation>
            <numerusform>لم يُنسَ شيء نهائيًا.</numerusform>
            <numerusform>نُسي عنصر واحد نهائيًا.</numerusform>
            <numerusform>نُسي عنصران نهائيًا.</numerusform>
            <numerusform>نُسيت {n} عناصر نهائيًا.</numerusform>
            <numerusform>نُسي {n} عنصرًا نهائيًا.</numerusform>
            <numerusform>نُسي {n} عنصر نهائيًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} items found. Tick what is to be forgotten; it can be undone.</source>
        <comment>{n} item found. Tick what is to be forgotten; it can be undone.</comment>
        <translation>
            <numerusform>لم يُعثر على شيء.</numerusform>
            <numerusform>عُثر على عنصر واحد. أشّر على ما يُنسى؛ ويمكن التراجع.</numerusform>
            <numerusform>عُثر على عنصرين. أشّر على ما يُنسى؛ ويمكن التراجع.</numerusform>
            <numerusform>عُثر على {n} عناصر. أشّر على ما يُنسى؛ ويمكن التراجع.</numerusform>
            <numerusform>عُثر على {n} عنصرًا. أشّر على ما يُنسى؛ ويمكن التراجع.</numerusform>
            <numerusform>عُثر على {n} عنصر. أشّر على ما يُنسى؛ ويمكن التراجع.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} items moved to {title}</source>
        <comment>{n} item moved to {title}</comment>
        <translation>
            <numerusform>لم يُنقل شيء إلى «{title}»</numerusform>
            <numerusform>نُقل عنصر واحد إلى «{title}»</numerusform>
            <numerusform>نُقل عنصران إلى «{title}»</numerusform>
            <numerusform>نُقلت {n} عناصر إلى «{title}»</numerusform>
            <numerusform>نُقل {n} عنصرًا إلى «{title}»</numerusform>
            <numerusform>نُقل {n} عنصر إلى «{title}»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} items selected</source>
        <comment>{n} item selected</comment>
        <translation>
            <numerusform>لم يُحدَّد شيء</numerusform>
            <numerusform>حُدّد عنصر واحد</numerusform>
            <numerusform>حُدّد عنصران</numerusform>
            <numerusform>حُدّدت {n} عناصر</numerusform>
            <numerusform>حُدّد {n} عنصرًا</numerusform>
            <numerusform>حُدّد {n} عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} kept beside the old one</source>
        <comment>{n} kept beside the old one</comment>
        <translation>
            <numerusform>لم يُبقَ شيء مع القديم</numerusform>
            <numerusform>أُبقي واحد مع القديم</numerusform>
            <numerusform>أُبقي اثنان مع القديم</numerusform>
            <numerusform>أُبقيت {n} مع القديم</numerusform>
            <numerusform>أُبقي {n} مع القديم</numerusform>
            <numerusform>أُبقي {n} مع القديم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left for later</source>
        <comment>{n} left for later</comment>
        <translation>
            <numerusform>لم يُترك شيء</numerusform>
            <numerusform>تُرك واحد لوقت لاحق</numerusform>
            <numerusform>تُرك اثنان لوقت لاحق</numerusform>
            <numerusform>تُركت {n} لوقت لاحق</numerusform>
            <numerusform>تُرك {n} لوقت لاحق</numerusform>
            <numerusform>تُرك {n} لوقت لاحق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} memories written to {name}</source>
        <comment>{n} memory written to {name}</comment>
        <translation>
            <numerusform>لم تُكتب ذكريات إلى {name}</numerusform>
            <numerusform>كُتبت ذكرى واحدة إلى {name}</numerusform>
            <numerusform>كُتبت ذكريان إلى {name}</numerusform>
            <numerusform>كُتبت {n} ذكريات إلى {name}</numerusform>
            <numerusform>كُتبت {n} ذكرى إلى {name}</numerusform>
            <numerusform>كُتبت {n} ذكرى إلى {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} messages wait</source>
        <comment>{n} message waits</comment>
        <translation>
            <numerusform>لا رسائل تنتظر</numerusform>
            <numerusform>رسالة واحدة تنتظر</numerusform>
            <numerusform>رسالتان تنتظران</numerusform>
            <numerusform>{n} رسائل تنتظر</numerusform>
            <numerusform>{n} رسالة تنتظر</numerusform>
            <numerusform>{n} رسالة تنتظر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} min ago</source>
        <comment>{n} min ago</comment>
        <translation>
            <numerusform>الآن</numerusform>
            <numerusform>قبل دقيقة</numerusform>
            <numerusform>قبل دقيقتين</numerusform>
            <numerusform>قبل {n} دقائق</numerusform>
            <numerusform>قبل {n} دقيقة</numerusform>
            <numerusform>قبل {n} دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <comment>{n} minute ago</comment>
        <translation>
            <numerusform>قبل {n} دقيقة</numerusform>
            <numerusform>قبل دقيقة واحدة</numerusform>
            <numerusform>قبل دقيقتين</numerusform>
            <numerusform>قبل {n} دقائق</numerusform>
            <numerusform>قبل {n} دقيقة</numerusform>
            <numerusform>قبل {n} دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} never suggested again</source>
        <comment>{n} never suggested again</comment>
        <translation>
            <numerusform>لا شيء</numerusform>
            <numerusform>واحد لن يُقترح بعد الآن</numerusform>
            <numerusform>اثنان لن يُقترحا بعد الآن</numerusform>
            <numerusform>‏{n} لن تُقترح بعد الآن</numerusform>
            <numerusform>‏{n} لن تُقترح بعد الآن</numerusform>
            <numerusform>‏{n} لن تُقترح بعد الآن</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} older backups are plain.</source>
        <comment>{n} older backup is plain.</comment>
        <translation>
            <numerusform>لا نسخ أقدم غير مشفّرة ({n}).</numerusform>
            <numerusform>نسخة أقدم واحدة غير مشفّرة.</numerusform>
            <numerusform>نسختان أقدم غير مشفّرتين.</numerusform>
            <numerusform>{n} نسخ أقدم غير مشفّرة.</numerusform>
            <numerusform>{n} نسخة أقدم غير مشفّرة.</numerusform>
            <numerusform>{n} نسخة أقدم غير مشفّرة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages</source>
        <comment>{n} page</comment>
        <translation>
            <numerusform>بلا صفحات</numerusform>
            <numerusform>صفحة واحدة</numerusform>
            <numerusform>صفحتان</numerusform>
            <numerusform>‏{n} صفحات</numerusform>
            <numerusform>‏{n} صفحة</numerusform>
            <numerusform>‏{n} صفحة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rejected</source>
        <comment>{n} rejected</comment>
        <translation>
            <numerusform>لم يُرفض شيء</numerusform>
            <numerusform>رُفض واحد</numerusform>
            <numerusform>رُفض اثنان</numerusform>
            <numerusform>رُفضت {n}</numerusform>
            <numerusform>رُفض {n}</numerusform>
            <numerusform>رُفض {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rules taken back</source>
        <comment>{n} rule taken back</comment>
        <translation>
            <numerusform>لم تُلغَ قواعد</numerusform>
            <numerusform>أُلغيت قاعدة واحدة</numerusform>
            <numerusform>أُلغيت قاعدتان</numerusform>
            <numerusform>أُلغيت {n} قواعد</numerusform>
            <numerusform>أُلغيت {n} قاعدة</numerusform>
            <numerusform>أُلغيت {n} قاعدة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions</source>
        <comment>{n} suggestion</comment>
        <translation>
            <numerusform>لا اقتراحات</numerusform>
            <numerusform>اقتراح واحد</numerusform>
            <numerusform>اقتراحان</numerusform>
            <numerusform>‏{n} اقتراحات</numerusform>
            <numerusform>‏{n} اقتراحًا</numerusform>
            <numerusform>‏{n} اقتراح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions from {name}: review them in the inbox</source>
        <comment>{n} suggestion from {name}: review them in the inbox</comment>
        <translation>
            <numerusform>لا اقتراحات من {name}</numerusform>
            <numerusform>اقتراح واحد من {name}: راجعه في الشريط الجانبي</numerusform>
            <numerusform>اقتراحان من {name}: راجعهما في الشريط الجانبي</numerusform>
            <numerusform>‏{n} اقتراحات من {name}: راجعها في الشريط الجانبي</numerusform>
            <numerusform>‏{n} اقتراحًا من {name}: راجعها في الشريط الجانبي</numerusform>
            <numerusform>‏{n} اقتراح من {name}: راجعها في الشريط الجانبي</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions rejected</source>
        <comment>{n} suggestion rejected</comment>
        <translation>
            <numerusform>لم يُرفض اقتراح</numerusform>
            <numerusform>رُفض اقتراح واحد</numerusform>
            <numerusform>رُفض اقتراحان</numerusform>
            <numerusform>رُفضت {n} اقتراحات</numerusform>
            <numerusform>رُفض {n} اقتراحًا</numerusform>
            <numerusform>رُفض {n} اقتراح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions saved</source>
        <comment>{n} suggestion saved</comment>
        <translation>
            <numerusform>لم يُحفظ اقتراح</numerusform>
            <numerusform>حُفظ اقتراح واحد</numerusform>
            <numerusform>حُفظ اقتراحان</numerusform>
            <numerusform>حُفظت {n} اقتراحات</numerusform>
            <numerusform>حُفظ {n} اقتراحًا</numerusform>
            <numerusform>حُفظ {n} اقتراح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things known</source>
        <comment>{n} thing known</comment>
        <translation>
            <numerusform>لا شيء معروف</numerusform>
            <numerusform>شيء واحد معروف</numerusform>
            <numerusform>شيئان معروفان</numerusform>
            <numerusform>‏{n} أشياء معروفة</numerusform>
            <numerusform>‏{n} شيئًا معروفًا</numerusform>
            <numerusform>‏{n} شيء معروف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things left as it is</source>
        <comment>{n} thing left as it is</comment>
        <translation>
            <numerusform>لم يُترك شيء كما هو</numerusform>
            <numerusform>تُرك شيء واحد كما هو</numerusform>
            <numerusform>تُرك شيئان كما هما</numerusform>
            <numerusform>تُركت {n} أشياء كما هي</numerusform>
            <numerusform>تُرك {n} شيئًا كما هو</numerusform>
            <numerusform>تُرك {n} شيء كما هو</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things tidied up</source>
        <comment>{n} thing tidied up</comment>
        <translation>
            <numerusform>لم يُرتَّب شيء</numerusform>
            <numerusform>رُتّب شيء واحد</numerusform>
            <numerusform>رُتّب شيئان</numerusform>
            <numerusform>رُتّبت {n} أشياء</numerusform>
            <numerusform>رُتّب {n} شيئًا</numerusform>
            <numerusform>رُتّب {n} شيء</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} ticked</source>
        <comment>{n} ticked</comment>
        <translation>
            <numerusform>لا شيء مؤشّر</numerusform>
            <numerusform>واحد مؤشّر</numerusform>
            <numerusform>اثنان مؤشّران</numerusform>
            <numerusform>‏{n} مؤشّرة</numerusform>
            <numerusform>‏{n} مؤشّرًا</numerusform>
            <numerusform>‏{n} مؤشّر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tokens</source>
        <comment>{n} token</comment>
        <translation>
            <numerusform>‏{n} رمز</numerusform>
            <numerusform>رمز واحد</numerusform>
            <numerusform>رمزان</numerusform>
            <numerusform>‏{n} رموز</numerusform>
            <numerusform>‏{n} رمزًا</numerusform>
            <numerusform>‏{n} رمز</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tokens · {speed} tokens/s</source>
        <comment>{n} token · {speed} tokens/s</comment>
        <translation>
            <numerusform>‏{n} رمز · {speed} رمز/ث</numerusform>
            <numerusform>رمز واحد · {speed} رمز/ث</numerusform>
            <numerusform>رمزان · {speed} رمز/ث</numerusform>
            <numerusform>‏{n} رموز · {speed} رمز/ث</numerusform>
            <numerusform>‏{n} رمزًا · {speed} رمز/ث</numerusform>
            <numerusform>‏{n} رمز · {speed} رمز/ث</numerusform>
        </translation>
    </message>
    <message>
        <source>{part} %</source>
        <translation>{part}٪</translation>
    </message>
    <message>
        <source>{part} is now part of {whole}</source>
        <translation>صار {part} جزءًا من {whole}</translation>
    </message>
    <message>
        <source>{part}%</source>
        <translation>{part}٪</translation>
    </message>
    <message>
        <source>{prompt_tokens} tokens read ({cached_tokens} of them warm) in {prefill_seconds} s, {generated_tokens} written in {generate_seconds} s</source>
        <translation>قُرئ {prompt_tokens} رمز (منها {cached_tokens} جاهزة) في {prefill_seconds} ث، وكُتب {generated_tokens} في {generate_seconds} ث</translation>
    </message>
    <message>
        <source>{sentence}. Open {other}</source>
        <translation>‏{sentence}. فتح {other}</translation>
    </message>
    <message>
        <source>{since} until {until}</source>
        <translation>من {since} حتى {until}</translation>
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
        <translation>‏{size} للتنزيل</translation>
    </message>
    <message>
        <source>{speed} MB/s</source>
        <translation>{speed} MB/s</translation>
    </message>
    <message>
        <source>{speed} tokens/s</source>
        <translation>‏{speed} رمز/ث</translation>
    </message>
    <message>
        <source>{text}, forgotten {when}</source>
        <translation>‏{text}، نُسي {when}</translation>
    </message>
    <message>
        <source>{times}, last {when}</source>
        <translation>‏{times}، آخرها {when}</translation>
    </message>
    <message>
        <source>{title} answers from now on</source>
        <translation>يجيب {title} من الآن</translation>
    </message>
    <message>
        <source>{title} comes here.</source>
        <translation>هنا يأتي {title}.</translation>
    </message>
    <message>
        <source>{title} comes meanwhile, and you are asked when it is here.</source>
        <translation>يصل {title} في هذه الأثناء، وتُسأل حين يجهز.</translation>
    </message>
    <message>
        <source>{title} is here now.</source>
        <translation>وصل {title}.</translation>
    </message>
    <message>
        <source>{title} is ready</source>
        <translation>‏{title} جاهز</translation>
    </message>
    <message>
        <source>{title}: as before</source>
        <translation>‏{title}: كما كان</translation>
    </message>
    <message>
        <source>{title}: saved without asking from now on</source>
        <translation>‏{title}: يُحفظ دون سؤال من الآن</translation>
    </message>
    <message>
        <source>{used} of {limit} tokens</source>
        <translation>‏{used} من {limit} رمز</translation>
    </message>
    <message>
        <source>{when}, before a restore</source>
        <translation>{when}، قبل استعادة</translation>
    </message>
    <message>
        <source>{words}: {count} tokens</source>
        <translation>‏{words}: {count} رمز</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>‏«{name}» فارغ.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«{text}»</translation>
    </message>
    <message>
        <source>“{text}” has taken its place since. Undo or forget that first.</source>
        <translation>حلّ «{text}» محلّه منذ ذلك. تراجع عن ذلك أو انسَه أولًا.</translation>
    </message>
    <message>
        <source>↑ in the empty field</source>
        <translation>↑ في الحقل الفارغ</translation>
    </message>
    <message>
        <source>↑ · ↓ · Menu</source>
        <translation>↑ · ↓ · القائمة</translation>
    </message>
</context>
</TS>
