//! What kinds of files are called.

use super::Vocabulary;
use super::lists::A_FILE;

/// The words for a kind of file that a link leads to.
pub(crate) struct FormatWords {
    /// Whether browsers show it like any page.
    pub is_shown: bool,
    /// How addresses of such files end.
    pub endings: &'static [&'static str],
    /// What it is called.
    pub words: Vocabulary,
}

/// Files that another program than the browser shows, or that are saved, and such as are called by their format.
static FORMATS: [FormatWords; 8] = [
    format(&["pdf"], "pdf, بي دي إف, پی دی اف, پی‌دی‌اف"),
    format(&["doc", "docx"], "word, doc, docx, وورد, ورد, ملف وورد, مستند"),
    format(&["xls", "xlsx"], "excel, xls, xlsx, spreadsheet, إكسل, اكسيل, اکسل, جدول بيانات"),
    format(
        &["ppt", "pptx"],
        "powerpoint, power point, ppt, pptx, slides, presentation, بوربوينت, باوربوينت, عرض تقديمي, پاورپوینت, اسلاید",
    ),
    format(&["odt", "ods", "odp"], "odt, ods, odp, opendocument, libreoffice"),
    format(&["zip", "rar", "7z", "gz", "tgz"], "zip, rar, 7z, gz, tgz, archive, مضغوط, فشرده, زیپ"),
    format(&["epub"], "epub, ebook, e book, كتاب إلكتروني, کتاب الکترونیکی, ای‌پاب"),
    FormatWords {
        is_shown: true,
        endings: &["txt"],
        words: Vocabulary::new("txt, text, plain text, text file, نص, نص عادي, متن, متن ساده"),
    },
];

const fn format(endings: &'static [&'static str], words: &'static str) -> FormatWords {
    FormatWords { is_shown: false, endings, words: Vocabulary::new(words) }
}

/// The kind of file that an address leads to, by its ending.
pub(crate) fn format_of(href: &str) -> Option<&'static FormatWords> {
    let path = href.split(['?', '#']).next()?;
    // What stands alone behind the scheme is a host: `https://word.doc`.
    let is_host = path.split_once("://").is_some_and(|(_, rest)| !rest.contains('/'));
    let (_, ending) = path.rsplit('/').next()?.rsplit_once('.').filter(|_| !is_host)?;
    FORMATS.iter().find(|format| format.endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

impl FormatWords {
    /// Whether a text says that a file of this kind comes, or at least that a file comes.
    pub fn are_in(&self, text: &str) -> bool {
        self.words.comes_up_in(text) || A_FILE.comes_up_in(text)
    }
}

#[cfg(test)]
mod tests {
    use super::format_of;

    #[test]
    fn kinds_of_files_are_told_by_the_end_of_their_address() {
        for (href, ending) in [
            ("a.pdf", Some("pdf")),
            ("/b.c/a.DOCX?v=1#page=2", Some("doc")),
            ("https://word.doc", None),
            ("https://word.doc/", None),
            ("a.html?file=b.pdf", None),
            ("pdf", None),
        ] {
            assert_eq!(format_of(href).map(|format| format.endings[0]), ending, "{href}");
        }
    }
}
