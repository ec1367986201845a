//! The title says what the page is about.

use crate::page::{Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "page-title-is-descriptive",
    criteria: &[wcag::PAGE_TITLED],
    act: &["c4a8a4"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "The title must say what the page is about",
        why: "With five tabs open, nobody can tell by ear or at a glance which one this is.",
        fix: "Name what this page is, then the site: \"Opening hours – City library\".",
        asks: "Does this title say what the page is about?",
    },
    ar: Words {
        title: "يجب أن يقول العنوان ما موضوع الصفحة",
        why: "من فتح خمسة ألسنة لا يعرف بالسمع ولا بلمحة أيّها هذه الصفحة.",
        fix: "اذكر موضوع هذه الصفحة ثم اسم الموقع: «ساعات العمل – مكتبة المدينة».",
        asks: "هل يقول هذا العنوان ما موضوع الصفحة؟",
    },
    fa: Words {
        title: "عنوان باید بگوید صفحه دربارهٔ چیست",
        why: "وقتی پنج زبانه باز است، نه با گوش و نه با یک نگاه نمی‌توان فهمید این کدام صفحه است.",
        fix: "اول موضوع این صفحه را بنویسید و بعد نام سایت را: «ساعت کار – کتابخانهٔ شهر».",
        asks: "آیا این عنوان می‌گوید صفحه دربارهٔ چیست؟",
    },
    good: &["<title>Opening hours – City library</title><h1>Opening hours</h1>"],
    bad: &["<title>Untitled Document</title><p>Open daily</p>", "<title>index.html</title><p>Open daily</p>"],
    check: Check::Page(check),
};

/// What editors, frameworks and templates write before anybody has given a title, in lower case.
const PLACEHOLDERS: &[&str] = &[
    "untitled",
    "untitled document",
    "untitled page",
    "untitled-1",
    "new document",
    "new page",
    "no title",
    "document",
    "page title",
    "title",
    "title here",
    "your title here",
    "page",
    "web page",
    "webpage",
    "html document",
    "insert title here",
    "enter title here",
    "enter the title of your html document here",
    "lorem ipsum",
    "todo",
    "test",
    "undefined",
    "null",
    "[object object]",
    "react app",
    "vite app",
    "vite + react",
    "vite + react + ts",
    "vite + vue",
    "create next app",
    "my app",
    "بدون عنوان",
    "بلا عنوان",
    "مستند جديد",
    "صفحة جديدة",
    "عنوان",
    "عنوان الصفحة",
    "اكتب العنوان هنا",
    "مستند بدون عنوان",
    "صفحة",
    "بی‌عنوان",
    "بی عنوان",
    "سند بدون عنوان",
    "صفحهٔ جدید",
    "صفحه جدید",
    "سند جدید",
    "عنوان صفحه",
    "عنوان را اینجا بنویسید",
    "صفحه",
];

/// What stands at the end of the name of a file that browsers show.
const EXTENSIONS: &[&str] = &["html", "htm", "xhtml", "php", "asp", "aspx", "jsp", "cgi", "doc", "docx", "pdf"];

/// ACT c4a8a4 (<https://act-rules.github.io/rules/c4a8a4>): the first `title` of a page with text in it describes the page.
/// That what stands there before anybody gives a title describes none is proved, and so it is for a bare address. A title
/// that has no word in common with the page is asked about, as only people can say more.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(title) = page.title().filter(|_| page.root().is_some_and(|root| root.is("html"))) else {
        return Vec::new();
    };
    let text: String = title.own_texts().map(|(_, text)| text).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let text = words.join(" ");
    let outcome = match flaw(&text) {
        Some(flaw) if !is_said_by_heading(page, &text) => Outcome::failed(flaw),
        None if shares_a_word(page, &text) => Outcome::Passed,
        None if later_title_describes(page, title) => Outcome::failed(
            "the page has several titles, and the first one, which browsers show, is about something else",
        ),
        _ => Outcome::needs_review(RULE.en.asks),
    };
    vec![(title, outcome)]
}

fn flaw(title: &str) -> Option<String> {
    let lower = title.to_lowercase();
    let bare = lower.trim_end_matches(['.', '…', '!']);
    if PLACEHOLDERS.contains(&bare) {
        return Some(format!("its title is `{title}`, which stands there before anybody gives one"));
    }
    if title.chars().all(|c| !c.is_alphanumeric()) {
        return Some(format!("its title is `{title}`, without a word in it"));
    }
    if title.contains(' ') {
        return None;
    }
    let is_address = ["http://", "https://", "file://", "www."].iter().any(|start| lower.starts_with(start));
    let is_file =
        lower.rsplit_once('.').is_some_and(|(name, extension)| !name.is_empty() && EXTENSIONS.contains(&extension));
    (is_address || is_file).then(|| format!("its title is `{title}`, an address and no description"))
}

/// Whether a word of the title stands on the page too, in a heading or anywhere.
fn shares_a_word(page: &Page, title: &str) -> bool {
    let words = words_of(title);
    let has_one = |text: &str| words_of(text).iter().any(|word| words.iter().any(|own| is_form_of(own, word)));
    let is_shown = |element: &Element<'_>| !element.is("title") && element.is_rendered();
    words.is_empty()
        || page.headings().any(|heading| has_one(heading.accessible_name()))
        || page.elements().filter(is_shown).any(|element| {
            element.own_texts().any(|(_, text)| has_one(text)) || element.attribute("alt").is_some_and(has_one)
        })
}

/// Whether a later `title` says what the page is about. A page has one (HTML, the title element), and browsers show the
/// first one they find.
fn later_title_describes(page: &Page, first: Element<'_>) -> bool {
    let others =
        page.elements().filter(|element| element.is("title") && element.is_of_page_itself() && *element != first);
    others.into_iter().any(|title| {
        let text: String = title.own_texts().map(|(_, text)| text).collect();
        !words_of(&text).is_empty() && shares_a_word(page, &text)
    })
}

/// Words in lower case, but for those that are too short to say much.
fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\u{200c}');
    words.filter(|word| word.chars().count() > 2).map(str::to_lowercase).collect()
}

/// Whether one word begins with the other, as forms of a word do, or holds it, as Arabic words with an article do.
fn is_form_of(one: &str, other: &str) -> bool {
    one.contains(other) || other.contains(one)
}

/// Whether a heading says the same: then the page may well be about just that, such as a file.
fn is_said_by_heading(page: &Page, title: &str) -> bool {
    page.headings().any(|heading| heading.accessible_name().to_lowercase().contains(&title.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check};

    #[test]
    fn cases() {
        check(
            &RULE,
            &[
                ("<title>Draft four</title><title>Tides</title><p>Tides of the North Sea", Expect::Failed),
                ("<title>Tides</title><title>Draft four</title><p>Tides of the North Sea", Expect::Passed),
                ("<title>Opening hours</title><h1>When we open</h1>", Expect::Passed),
                ("<title>تست نرم‌افزار</title><p>نرم‌افزارها</p>", Expect::Passed),
                ("<title>ساعات العمل</title><p>كل ساعات الأسبوع</p>", Expect::Passed),
                ("<title>Document management</title><p>How to manage a document</p>", Expect::Passed),
                ("<title>Node.js</title><img alt='Node'>", Expect::Passed),
                ("<title>Opening hours</title><title>Untitled</title><p>Hours</p>", Expect::Passed),
                ("<title>1 2</title>", Expect::Passed),
                ("<title>Opening hours</title><p>Harvest is in October</p>", Expect::NeedsReview),
                ("<title>Untitled</title>", Expect::Failed),
                ("<title>\n  Untitled   document </title>", Expect::Failed),
                ("<title>Document</title>", Expect::Failed),
                ("<title>بدون عنوان</title>", Expect::Failed),
                ("<title>بی‌عنوان</title>", Expect::Failed),
                ("<title>INDEX.HTML</title>", Expect::Failed),
                ("<title>https://example.org/a</title>", Expect::Failed),
                ("<title>– –</title>", Expect::Failed),
                ("<title>index.html</title><h1>What index.html is for</h1>", Expect::NeedsReview),
                ("<title>Test</title><h1>Test</h1>", Expect::NeedsReview),
                ("<title></title>", Expect::Inapplicable),
                ("<p>None</p>", Expect::Inapplicable),
                ("<svg><title>Untitled</title></svg>", Expect::Inapplicable),
            ],
        );
    }
}
