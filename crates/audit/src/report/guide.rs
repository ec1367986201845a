//! A page for each rule, for people: what, why, what to do, examples. In English, Arabic and Persian.

use crate::rule::{Rule, Severity, Words};
use crate::rules::RULES;
use crate::wcag::{self, Level};
use std::fmt::Write;

/// A language that rules are explained in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    En,
    /// Arabic.
    Ar,
    /// Persian.
    Fa,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 3] = [Language::En, Language::Ar, Language::Fa];

    /// Its tag (BCP 47), which is also the name of the folder of its pages.
    pub fn tag(self) -> &'static str {
        self.labels().tag
    }

    fn words(self, rule: &Rule) -> Words {
        match self {
            Language::En => rule.en,
            Language::Ar => rule.ar,
            Language::Fa => rule.fa,
        }
    }

    fn labels(self) -> &'static Labels {
        match self {
            Language::En => &EN,
            Language::Ar => &AR,
            Language::Fa => &FA,
        }
    }
}

/// What the pages say around the rules.
struct Labels {
    tag: &'static str,
    direction: &'static str,
    own_name: &'static str,
    all: &'static str,
    languages: &'static str,
    skip: &'static str,
    why: &'static str,
    fix: &'static str,
    good: &'static str,
    bad: &'static str,
    asks: &'static str,
    criteria: &'static str,
    act: &'static str,
    severity: &'static str,
    /// From minor to critical.
    severities: [&'static str; 4],
    best_practice: &'static str,
    browser: &'static str,
    rule: &'static str,
    /// The page where examples that only a browser shows can be tried.
    traps: &'static str,
    traps_why: &'static str,
    /// Opens an example by itself.
    alone: &'static str,
}

const EN: Labels = Labels {
    tag: "en",
    direction: "ltr",
    own_name: "English",
    all: "All rules",
    languages: "Languages",
    skip: "Skip to the rule",
    why: "Who is shut out",
    fix: "What to do",
    good: "As it should be",
    bad: "As it should not be",
    asks: "What is asked where nothing can be proved",
    criteria: "Criteria (WCAG 2.2)",
    act: "ACT rules",
    severity: "Severity",
    severities: ["minor", "moderate", "serious", "critical"],
    best_practice: "None: a best practice beyond WCAG",
    browser: "Only a browser shows it: `--engine browser`",
    rule: "Rule",
    traps: "Traps: what only a browser shows",
    traps_why: "Each barrier, broken and repaired. The pictures cannot be operated; open one by itself to try it with the keyboard, and leave it with the browser's own Back.",
    alone: "Try it by itself",
};

const AR: Labels = Labels {
    tag: "ar",
    direction: "rtl",
    own_name: "العربية",
    all: "كل القواعد",
    languages: "اللغات",
    skip: "انتقل إلى القاعدة",
    why: "من يُستبعَد",
    fix: "ما العمل",
    good: "كما ينبغي",
    bad: "كما لا ينبغي",
    asks: "ما يُسأل عنه حين لا يمكن إثبات شيء",
    criteria: "المعايير (WCAG 2.2)",
    act: "قواعد ACT",
    severity: "الخطورة",
    severities: ["طفيفة", "متوسطة", "كبيرة", "حرجة"],
    best_practice: "لا شيء: ممارسة جيدة تتجاوز WCAG",
    browser: "لا يُظهره إلا المتصفّح: `--engine browser`",
    rule: "القاعدة",
    traps: "الفخاخ: ما لا يُظهره إلا المتصفّح",
    traps_why: "كل حاجز، مكسورًا ومُصلَحًا. لا يمكن تشغيل الصور؛ افتح إحداها وحدها لتجرّبها بلوحة المفاتيح، واخرج منها بزر الرجوع في المتصفّح.",
    alone: "جرّبه وحده",
};

const FA: Labels = Labels {
    tag: "fa",
    direction: "rtl",
    own_name: "فارسی",
    all: "همهٔ قاعده‌ها",
    languages: "زبان‌ها",
    skip: "رفتن به قاعده",
    why: "چه کسی کنار گذاشته می‌شود",
    fix: "چه باید کرد",
    good: "چنان‌که باید",
    bad: "چنان‌که نباید",
    asks: "وقتی چیزی ثابت نمی‌شود چه پرسیده می‌شود",
    criteria: "معیارها (WCAG 2.2)",
    act: "قاعده‌های ACT",
    severity: "شدت",
    severities: ["جزئی", "متوسط", "جدی", "بحرانی"],
    best_practice: "هیچ: روشی خوب، فراتر از WCAG",
    browser: "فقط مرورگر نشان می‌دهد: `--engine browser`",
    rule: "قاعده",
    traps: "تله‌ها: آنچه فقط مرورگر نشان می‌دهد",
    traps_why: "هر مانع، خراب و درست‌شده. تصویرها کار نمی‌کنند؛ یکی را جداگانه باز کنید تا با صفحه‌کلید امتحانش کنید و با دکمهٔ بازگشت مرورگر بیرون بیایید.",
    alone: "جداگانه امتحان کنید",
};

/// Every page: its path (`en/index.html`, `en/image-has-name.html`) and its HTML. They share one style sheet, `rules.css`.
pub fn pages() -> impl Iterator<Item = (String, String)> {
    Language::ALL.into_iter().flat_map(|language| {
        let index = std::iter::once((format!("{}/index.html", language.tag()), index(language)));
        let rules =
            RULES.iter().map(move |rule| (format!("{}/{}.html", language.tag(), rule.id), page(rule, language)));
        let traps = std::iter::once((format!("{}/traps.html", language.tag()), traps(language)));
        index.chain(rules).chain(traps)
    })
}

/// The examples of rules that only a browser can try, each as a page: its path (`tried/no-keyboard-trap-bad.html`) and its
/// HTML.
pub fn examples_to_try() -> impl Iterator<Item = (String, String)> {
    RULES.iter().filter(|rule| can_be_tried(rule)).flat_map(|rule| {
        [("bad", rule.bad), ("good", rule.good)].into_iter().filter_map(move |(kind, examples)| {
            let markup = examples.first()?;
            let html = format!(
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
                 <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{} ({kind})</title>\n</head>\n\
                 <body>\n<main>\n{markup}\n</main>\n</body>\n</html>\n",
                escaped(rule.id)
            );
            Some((format!("tried/{}-{kind}.html", rule.id), html))
        })
    })
}

/// Whether its examples are shown at work: where only a browser tells, unless they flash, which can harm people.
fn can_be_tried(rule: &Rule) -> bool {
    let flashes = [wcag::THREE_FLASHES_OR_BELOW_THRESHOLD, wcag::THREE_FLASHES];
    rule.needs.is_some() && !rule.criteria.iter().any(|criterion| flashes.contains(criterion))
}

/// What only a browser shows, broken and repaired side by side.
fn traps(language: Language) -> String {
    let labels = language.labels();
    let mut main = format!("<h1>{}</h1>\n<p>{}</p>\n", labels.traps, labels.traps_why);
    for rule in RULES.iter().filter(|rule| can_be_tried(rule)) {
        let title = language.words(rule).title;
        let _ = write!(main, "<h2><a href=\"{}.html\">{}</a></h2>\n<div class=\"pair\">\n", rule.id, inline(title));
        for (kind, label) in [("bad", labels.bad), ("good", labels.good)] {
            let address = format!("../tried/{}-{kind}.html", rule.id);
            let named = escaped(&format!("{label}: {}", title.replace('`', "")));
            let _ = writeln!(
                main,
                "<figure><figcaption>{label}</figcaption><iframe inert loading=\"lazy\" title=\"{named}\" src=\"{address}\"></iframe>\
                 <a href=\"{address}\" aria-label=\"{}. {named}\">{}</a></figure>",
                labels.alone, labels.alone
            );
        }
        main.push_str("</div>\n");
    }
    document(language, labels.traps, "traps", &main)
}

/// The list of all rules.
fn index(language: Language) -> String {
    let labels = language.labels();
    let mut main =
        format!("<h1>{}</h1>\n<p><a href=\"traps.html\">{}</a></p>\n<ul class=\"rules\">\n", labels.all, labels.traps);
    for rule in RULES {
        let words = language.words(rule);
        let _ = writeln!(
            main,
            "<li><a href=\"{}.html\">{}</a> <span class=\"level\" lang=\"en\" dir=\"ltr\">{}</span></li>",
            rule.id,
            inline(words.title),
            level(rule.level())
        );
    }
    main.push_str("</ul>\n");
    document(language, labels.all, "index", &main)
}

/// The page of one rule.
pub fn page(rule: &Rule, language: Language) -> String {
    let (labels, words) = (language.labels(), language.words(rule));
    let mut main =
        format!("<p class=\"id\"><code dir=\"ltr\">{}</code></p>\n<h1>{}</h1>\n", rule.id, inline(words.title));
    section(&mut main, labels.why, words.why);
    section(&mut main, labels.fix, words.fix);
    examples(&mut main, labels.bad, rule.bad);
    examples(&mut main, labels.good, rule.good);
    if !words.asks.is_empty() {
        section(&mut main, labels.asks, words.asks);
    }
    let _ = write!(main, "<h2>{}</h2>\n<ul>\n", labels.criteria);
    for criterion in rule.criteria {
        let _ = writeln!(
            main,
            "<li><span lang=\"en\" dir=\"ltr\"><a href=\"{}\">{} {}</a> ({})</span></li>",
            criterion.understanding(),
            criterion.number,
            escaped(criterion.name),
            level(criterion.level)
        );
    }
    if rule.criteria.is_empty() {
        let _ = writeln!(main, "<li>{}</li>", labels.best_practice);
    }
    main.push_str("</ul>\n");
    if !rule.act.is_empty() {
        let _ = write!(main, "<h2>{}</h2>\n<ul>\n", labels.act);
        for id in rule.act {
            let _ = writeln!(main, "<li><a href=\"https://act-rules.github.io/rules/{id}\" dir=\"ltr\">{id}</a></li>");
        }
        main.push_str("</ul>\n");
    }
    let severity = labels.severities[severity_place(rule.severity)];
    let _ = writeln!(main, "<p>{}: {severity}</p>", labels.severity);
    if rule.needs.is_some() {
        let _ = writeln!(main, "<p>{}</p>", inline(labels.browser));
    }
    document(language, words.title, rule.id, &main)
}

fn section(main: &mut String, title: &str, text: &str) {
    let _ = write!(main, "<h2>{title}</h2>\n<p>{}</p>\n", inline(text));
}

fn examples(main: &mut String, title: &str, examples: &[&str]) {
    let _ = writeln!(main, "<h2>{title}</h2>");
    for example in examples {
        let _ = writeln!(main, "<pre dir=\"ltr\"><code>{}</code></pre>", escaped(example));
    }
}

fn document(language: Language, title: &str, id: &str, main: &str) -> String {
    let labels = language.labels();
    let mut others = String::new();
    for other in Language::ALL.into_iter().filter(|other| *other != language) {
        let other = other.labels();
        let _ = write!(
            others,
            "<li><a href=\"../{}/{id}.html\" lang=\"{}\" hreflang=\"{}\">{}</a></li>",
            other.tag, other.tag, other.tag, other.own_name
        );
    }
    let all = if id == "index" { String::new() } else { format!("<li><a href=\"index.html\">{}</a></li>", labels.all) };
    let plain_title = title.replace('`', "");
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{} – Sada</title>\n\
         <link rel=\"stylesheet\" href=\"../rules.css\">\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">{}</a>\n\
         <header>\n<nav aria-label=\"{}\"><ul>{all}{others}</ul></nav>\n</header>\n<main id=\"main\" tabindex=\"-1\">\n{main}</main>\n\
         </body>\n</html>\n",
        labels.tag,
        labels.direction,
        escaped(&plain_title),
        labels.skip,
        if id == "index" { labels.languages } else { labels.rule },
    )
}

fn level(level: Level) -> &'static str {
    level.as_str()
}

fn severity_place(severity: Severity) -> usize {
    match severity {
        Severity::Minor => 0,
        Severity::Moderate => 1,
        Severity::Serious => 2,
        Severity::Critical => 3,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Text with code between backquotes, which reads from left to right in any language.
fn inline(text: &str) -> String {
    let mut html = String::new();
    for (at, part) in text.split('`').enumerate() {
        if at % 2 == 1 {
            let _ = write!(html, "<code dir=\"ltr\">{}</code>", escaped(part));
        } else {
            html.push_str(&escaped(part));
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::{Language, inline, page, pages};
    use crate::rules::RULES;

    #[test]
    fn every_rule_has_a_page_in_each_language() {
        let paths: Vec<String> = pages().map(|(path, _)| path).collect();
        assert_eq!(paths.len(), 3 * (RULES.len() + 2));
        assert!(paths.contains(&"fa/image-has-name.html".to_owned()));
    }

    #[test]
    fn code_reads_from_left_to_right_and_markup_stays_text() {
        assert_eq!(inline("اكتب `alt=\"\"`."), "اكتب <code dir=\"ltr\">alt=&quot;&quot;</code>.");
        let rule = RULES.iter().find(|rule| rule.id == "image-has-name").unwrap();
        let html = page(rule, Language::Ar);
        assert!(
            html.contains("<html lang=\"ar\" dir=\"rtl\">") && html.contains("&lt;img src=&quot;harbour.jpg&quot;&gt;")
        );
    }
}
