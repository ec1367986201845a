//! What the file of an image is called.

use super::{Element, Namespace};

impl<'p> Element<'p> {
    /// The address of the file that an HTML element shows: its own, or that of the background its `style` gives it, which
    /// the cascade has kept. None if the data stand in the page.
    pub fn shown_file(self) -> Option<&'p str> {
        let is_button = || self.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("image"));
        let address = match self.name() {
            _ if self.namespace() != Namespace::Html => return None,
            "img" | "embed" => self.attribute("src")?,
            "object" => self.attribute("data")?,
            "input" => self.attribute("src").filter(|_| is_button())?,
            _ if !self.style().has_background_image => return None,
            _ => {
                let (_, rest) = self.attribute("style")?.split_once("url(")?;
                rest.split(')').next()?.trim_matches(['"', '\'', ' '])
            }
        };
        Some(address.trim_ascii()).filter(|address| !address.is_empty() && !address.starts_with("data:"))
    }

    /// The name of that file in lower case, as `harbour.jpg`; empty if there is none.
    pub fn file_name(self) -> String {
        let path = self.shown_file().and_then(|address| address.split(['?', '#']).next()).unwrap_or_default();
        path.rsplit(['/', '\\']).next().unwrap_or_default().replace("%20", " ").to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use sada_audit_html::read_fragment;

    #[test]
    fn names_of_files() {
        for (markup, name) in [
            ("<img src=' a/Harbour%20(1).JPG?w=9#x'>", "harbour (1).jpg"),
            ("<img src='data:image/png;base64,AA/b.png'>", ""),
            ("<input type=IMAGE src=go.gif>", "go.gif"),
            ("<input src=go.gif>", ""),
            ("<object data=map.svg></object>", "map.svg"),
            ("<h1 style='background: url( \"title.png\" )'></h1>", "title.png"),
            ("<p src=a.png></p>", ""),
            ("<svg><image href=a.png /></svg>", ""),
        ] {
            let page = read_fragment(markup);
            assert_eq!(page.elements().last().unwrap().file_name(), name, "{markup}");
        }
    }
}
