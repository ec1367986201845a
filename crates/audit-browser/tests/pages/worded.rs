//! Images of text, without reading a letter.

use crate::{asked, auditor, failed, page};

const SENTENCE: [&str; 3] =
    ["The harbour office is closed on Monday", "and opens again on Tuesday morning", "at nine, when the tide is high."];
const OTHER: &str =
    "The railway station was sold in winter and we moved there in April for the weekend, as the sun was out.";

/// An SVG image of lines of text.
fn drawn(style: &str, lines: &[&str], more: &str) -> String {
    let lines = lines.iter().enumerate();
    let texts = lines.map(|(at, line)| format!("<text x=%2710%27 y=%27{}%27>{line}</text>", 30 + at * 36));
    let texts = texts.collect::<Vec<_>>().concat();
    format!(
        "data:image/svg+xml,<svg xmlns=%27http://www.w3.org/2000/svg%27 width=%27520%27 height=%27120%27><rect width=%27520%27 \
         height=%27120%27 fill=%27white%27/>{more}<g style=%27font:{style}%27>{texts}</g></svg>"
    )
}

fn image(id: &str, alt: &str, src: &str) -> String {
    format!("<p><img id={id} alt=\"{alt}\" src=\"{src}\" width=520 height=120></p>")
}

#[test]
fn sentences_are_found_in_any_font() {
    let Some(auditor) = auditor() else { return };
    let alt = SENTENCE.join(" ");
    let fonts = [
        "20px serif",
        "22px sans-serif",
        "italic 22px serif",
        "bold 20px sans-serif",
        "18px monospace",
        "bold 13px sans-serif",
        "12px sans-serif",
        "bold 12px DejaVu Sans",
        "14px serif",
        // Letters that touch.
        "bold 13px sans-serif;letter-spacing:-1.5px",
        "bold 12px serif;letter-spacing:-1px",
    ];
    let images: String =
        (0..).zip(fonts).map(|(at, font)| image(&format!("i{at}"), &alt, &drawn(font, &SENTENCE, ""))).collect();
    let page = page(&auditor, &images);
    assert_eq!(failed(&page, "image-has-no-text"), ["i0", "i1", "i2", "i3", "i4", "i5", "i6", "i7", "i8", "i9", "i10"]);
}

#[test]
fn photographs_of_text_are_found_as_they_come_compressed() {
    let Some(auditor) = auditor() else { return };
    let alt = SENTENCE.join(" ");
    let script = |quality: &str| {
        format!(
            "<script>{{ const canvas = document.createElement('canvas'); canvas.width = 520; canvas.height = 120;
             const pen = canvas.getContext('2d'); pen.fillStyle = '#234567'; pen.fillRect(0, 0, 520, 120);
             pen.fillStyle = '#ffffdd'; pen.font = '23px sans-serif';
             {SENTENCE:?}.forEach((line, at) => pen.fillText(line, 10, 30 + at * 36));
             document.querySelector('img').src = canvas.toDataURL('image/jpeg', {quality}) }}</script>"
        )
    };
    for quality in ["0.9", "0.6"] {
        let page = page(&auditor, &format!("{}{}", image("i", &alt, ""), script(quality)));
        assert_eq!(failed(&page, "image-has-no-text"), ["i"], "{quality}");
    }
}

#[test]
fn other_words_and_other_pictures_prove_nothing() {
    let Some(auditor) = auditor() else { return };
    let alt = SENTENCE.join(" ");
    let drawing =
        "<circle cx=%27400%27 cy=%2760%27 r=%2750%27 fill=%27teal%27/><path d=%27M0 0L520 120%27 stroke=%27red%27/>";
    let bar = |at: u32| {
        let (x, y, height) = (10 + at * 12, 20 + at % 7, 14 + at % 5);
        format!("<rect x=%27{x}%27 y=%27{y}%27 width=%276%27 height=%27{height}%27/>")
    };
    let bars = (0..40).map(bar).collect::<Vec<_>>().concat();
    let page = page(
        &auditor,
        &[
            image("words", OTHER, &drawn("20px serif", &SENTENCE, "")),
            image("scene", &alt, &drawn("20px serif", &SENTENCE, drawing)),
            image("bars", &alt, &drawn("20px serif", &[], &bars)),
            image("nothing", &alt, &drawn("20px serif", &[], "")),
            format!("<p id=text role=img aria-label=\"{alt}\" style='font:20px serif'>{alt}</p>"),
            format!("<a href=/>{}</a>", image("logo", &alt, &drawn("20px serif", &SENTENCE, ""))),
            image("name", "The harbour office", &drawn("20px serif", &["The harbour office"], "")),
        ]
        .concat(),
    );
    assert_eq!(failed(&page, "image-has-no-text"), [] as [&str; 0]);
    assert_eq!(asked(&page, "image-has-no-text"), ["logo"], "the others are no pixels");
}
