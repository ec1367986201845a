//! Prints the style of every element of the files named on the command line, one JSON object a line.

use sada_audit::{Display, Page, Unknown, Visibility};
use sada_audit_html::{Input, Reader, Sheet, StyleSheets};
use std::io::Write;
use std::sync::Arc;

/// Sheets from files.
struct Files;

impl StyleSheets for Files {
    fn load(&self, address: &str) -> Option<Arc<Sheet>> {
        let path = url::Url::parse(address).ok()?.to_file_path().ok()?;
        Some(Arc::new(Sheet::from_bytes(&std::fs::read(path).ok()?, None)))
    }
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        let base =
            url::Url::from_file_path(std::path::absolute(&path)?).map_err(|()| std::io::ErrorKind::InvalidInput)?;
        let input = Input { base: Some(base.as_str()), ..Input::new(&path, &bytes) };
        match Reader::default().read(&input, &Files) {
            Ok(page) => print(&path, &page, &mut out)?,
            Err(error) => writeln!(out, "{{\"file\":{path:?},\"error\":{:?}}}", error.to_string())?,
        }
    }
    Ok(())
}

fn print(path: &str, page: &Page, out: &mut impl Write) -> std::io::Result<()> {
    for (at, element) in page.elements().enumerate() {
        let style = element.style();
        let color =
            |color: sada_audit::Color| format!("[{},{},{},{}]", color.red, color.green, color.blue, color.alpha);
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
             \"size\":{},\"weight\":{},\"none\":{},\"hidden\":{},\"position\":{:?},\"leaves\":{},\"clipped\":{},\"below\":{},\"filtered\":{},\"shadowed\":{},\"unknown\":{unknown:?}}}",
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
            style.has_negative_z_index,
            style.changes_paint,
            style.has_text_shadow,
        )?;
    }
    Ok(())
}
