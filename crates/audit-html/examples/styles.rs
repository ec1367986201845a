//! Prints the style of every element of the files named on the command line, one JSON object a line.

use sada_audit::{Display, Page, Unknown, Visibility};
use sada_audit_html::{Input, NoStyleSheets, Reader};
use std::io::Write;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        match Reader::default().read(&Input::new(&path, &bytes), &NoStyleSheets) {
            Ok(page) => print(&path, &page, &mut out)?,
            Err(error) => writeln!(out, "{{\"file\":{path:?},\"error\":{:?}}}", error.to_string())?,
        }
    }
    Ok(())
}

fn print(path: &str, page: &Page, out: &mut impl Write) -> std::io::Result<()> {
    for (at, element) in page.elements().enumerate() {
        let style = element.style();
        let color = |color: sada_audit::Color| format!("[{},{},{},{}]", color.red, color.green, color.blue, color.alpha);
        let unknown: Vec<&str> = [
            ("color", Unknown::COLOR),
            ("background", Unknown::BACKGROUND),
            ("visibility", Unknown::VISIBILITY),
            ("font", Unknown::FONT),
            ("place", Unknown::PLACE),
            ("paint", Unknown::PAINT),
        ]
        .into_iter()
        .filter(|(_, bit)| style.unknown.has(*bit))
        .map(|(name, _)| name)
        .collect();
        writeln!(
            out,
            "{{\"file\":{path:?},\"at\":{at},\"name\":{:?},\"color\":{},\"background\":{},\"image\":{},\"opacity\":{},\
             \"size\":{},\"weight\":{},\"none\":{},\"hidden\":{},\"position\":{:?},\"leaves\":{},\"clipped\":{},\"unknown\":{unknown:?}}}",
            element.name(),
            color(style.color),
            color(style.background_color),
            style.has_background_image,
            style.opacity,
            style.font_size,
            style.font_weight,
            style.display == Display::None,
            style.visibility == Visibility::Hidden,
            format!("{:?}", style.position),
            style.may_leave_parent,
            style.is_clipped_away,
        )?;
    }
    Ok(())
}
