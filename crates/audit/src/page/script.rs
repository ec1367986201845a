//! Code that stands in the page.

use super::Element;

impl<'p> Element<'p> {
    /// The code of a `script` element that runs and stands in the page itself; `None` for data, and for what has an
    /// address (HTML, the script element, <https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element>).
    pub fn inline_script(self) -> Option<&'p str> {
        if !self.is("script") || self.has_attribute("src") {
            return None;
        }
        let kind = self.attribute("type").unwrap_or_default().trim_ascii().to_ascii_lowercase();
        let is_code = matches!(kind.as_str(), "" | "module" | "text/javascript" | "application/javascript");
        self.own_texts().next().map(|(_, code)| code).filter(|code| is_code && !code.trim_ascii().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use sada_audit_html::read_fragment;

    #[test]
    fn what_runs_and_stands_in_the_page() {
        for (markup, code) in [
            ("<script>run()</script>", Some("run()")),
            ("<script type=Module>run()</script>", Some("run()")),
            ("<script type=application/json>{}</script>", None),
            ("<script src=run.js>run()</script>", None),
            ("<script> </script>", None),
            ("<p>run()</p>", None),
        ] {
            let page = read_fragment(markup);
            assert_eq!(page.elements().find_map(sada_audit::Element::inline_script), code, "{markup}");
        }
    }
}
