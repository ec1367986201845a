//! ARIA in HTML as a table, by element; of several rows for one, the first that fits counts.

use super::permitted::Permitted::{Any, No, Roles};
use super::permitted::{Permitted, Row, When};
use super::permitted_lists::{ASIDE, BUTTON, EMBEDDED, HEADING, IMAGE, IMAGE_BUTTON, LANDMARK_PART, LIST, SECTION};
use crate::page::Role as R;

const fn row(element: &'static str, when: When, permitted: Permitted) -> Row {
    Row { element, when, permitted, is_nameless: false, takes_attributes: true }
}

/// Any element of this name.
const fn all(element: &'static str, permitted: Permitted) -> Row {
    row(element, When::Always, permitted)
}

/// One that must not be named.
const fn nameless(element: &'static str, permitted: Permitted) -> Row {
    Row { is_nameless: true, ..all(element, permitted) }
}

/// One that ARIA has nothing to say of: no role, no states and properties.
const fn bare(element: &'static str) -> Row {
    Row { is_nameless: true, takes_attributes: false, ..all(element, No) }
}

const TEXT: &[&str] = &["email", "tel", "text", "url"];
pub(super) const ROWS: &[Row] = &[
    row(
        "a",
        When::Has("href"),
        Roles(&[
            R::Button,
            R::Checkbox,
            R::MenuItem,
            R::MenuItemCheckbox,
            R::MenuItemRadio,
            R::Option,
            R::Radio,
            R::Switch,
            R::Tab,
            R::TreeItem,
            R::DocBacklink,
            R::DocBiblioref,
            R::DocGlossref,
            R::DocNoteref,
        ]),
    ),
    nameless("a", Any),
    nameless("abbr", Any),
    all("address", Any),
    row("area", When::Has("href"), No),
    nameless("area", Roles(&[R::Button, R::Link])),
    all("article", Roles(&[R::Application, R::Document, R::Feed, R::Main, R::None, R::Region])),
    all("aside", ASIDE),
    all("audio", Roles(&[R::Application])),
    nameless("b", Any),
    bare("base"),
    nameless("bdi", Any),
    nameless("bdo", Any),
    all("blockquote", Any),
    nameless("body", No),
    Row { takes_attributes: false, ..nameless("br", Roles(&[R::None])) },
    all("button", BUTTON),
    all("canvas", Any),
    nameless("caption", No),
    nameless("cite", Any),
    nameless("code", Any),
    bare("col"),
    bare("colgroup"),
    nameless("data", Any),
    Row { takes_attributes: false, ..all("datalist", No) },
    // HTML-AAM 1.0 gives these two their own roles; saying so harms nobody.
    all("dd", Roles(&[R::Definition])),
    nameless("del", Any),
    all("details", No),
    all("dfn", Any),
    all("dialog", Roles(&[R::AlertDialog])),
    row("div", When::ChildOf("dl"), Roles(&[R::None])),
    nameless("div", Any),
    all("dl", Roles(&[R::Group, R::List, R::None])),
    all("dt", Roles(&[R::ListItem, R::Term])),
    nameless("em", Any),
    all("embed", EMBEDDED),
    all("fieldset", Roles(&[R::None, R::RadioGroup])),
    nameless("figcaption", Roles(&[R::Group, R::None])),
    all("figure", Any),
    all("footer", LANDMARK_PART),
    all("form", Roles(&[R::None, R::Search])),
    all("h1", HEADING),
    all("h2", HEADING),
    all("h3", HEADING),
    all("h4", HEADING),
    all("h5", HEADING),
    all("h6", HEADING),
    bare("head"),
    all("header", LANDMARK_PART),
    all("hgroup", Any),
    all("hr", Roles(&[R::None, R::DocPagebreak])),
    bare("html"),
    nameless("i", Any),
    all("iframe", EMBEDDED),
    row("img", When::EmptyAlt, No),
    row("img", When::NoName, Roles(&[R::None])),
    all("img", IMAGE),
    row("input", When::Type(&["button"]), BUTTON),
    row("input", When::Type(&["checkbox"]), Roles(&[R::Button, R::MenuItemCheckbox, R::Option, R::Switch])),
    row("input", When::Type(&["color", "date", "datetime-local", "file", "month", "password", "time", "week"]), No),
    Row { takes_attributes: false, ..row("input", When::Type(&["hidden"]), No) },
    row("input", When::Type(&["image"]), IMAGE_BUTTON),
    row("input", When::Type(&["number", "range"]), No),
    row("input", When::Type(&["radio"]), Roles(&[R::MenuItemRadio])),
    row("input", When::Type(&["reset", "submit"]), BUTTON),
    row("input", When::TypeWithList(&["email", "search", "tel", "text", "url"]), No),
    row("input", When::Type(&["search"]), No),
    row("input", When::Type(&["email", "tel", "url"]), No),
    row("input", When::Type(TEXT), Roles(&[R::Combobox, R::Searchbox, R::SpinButton])),
    all("input", No),
    nameless("ins", Any),
    nameless("kbd", Any),
    nameless("label", No),
    nameless("legend", No),
    row(
        "li",
        When::Native(R::ListItem),
        Roles(&[
            R::MenuItem,
            R::MenuItemCheckbox,
            R::MenuItemRadio,
            R::Option,
            R::None,
            R::Radio,
            R::Separator,
            R::Tab,
            R::TreeItem,
            R::DocBiblioentry,
            R::DocEndnote,
        ]),
    ),
    all("li", Any),
    bare("link"),
    all("main", No),
    bare("map"),
    nameless("mark", Any),
    all("math", No),
    all("menu", LIST),
    bare("meta"),
    all("meter", No),
    all("nav", Roles(&[R::Menu, R::Menubar, R::None, R::TabList, R::DocIndex, R::DocPagelist, R::DocToc])),
    bare("noscript"),
    all("object", EMBEDDED),
    all("ol", LIST),
    all("optgroup", No),
    all("option", No),
    all("output", Any),
    nameless("p", Any),
    bare("param"),
    bare("picture"),
    nameless("pre", Any),
    all("progress", No),
    nameless("q", Any),
    nameless("rp", Any),
    nameless("rt", Any),
    nameless("ruby", Any),
    nameless("s", Any),
    nameless("samp", Any),
    bare("script"),
    all("search", Roles(&[R::Form, R::Group, R::None, R::Region, R::Search])),
    all("section", SECTION),
    row("select", When::Closed, Roles(&[R::Menu])),
    all("select", No),
    bare("slot"),
    nameless("small", Any),
    bare("source"),
    nameless("span", Any),
    nameless("strong", Any),
    bare("style"),
    nameless("sub", Any),
    row("summary", When::SummaryOfDetails, No),
    nameless("summary", Any),
    nameless("sup", Any),
    all("table", Any),
    all("tbody", Any),
    row("td", When::Native(R::Cell), No),
    row("td", When::Native(R::GridCell), No),
    all("td", Any),
    bare("template"),
    all("textarea", No),
    all("tfoot", Any),
    row("th", When::Native(R::Generic), Any),
    all("th", Roles(&[R::Cell, R::ColumnHeader, R::GridCell, R::RowHeader])),
    all("thead", Any),
    nameless("time", Any),
    bare("title"),
    row("tr", When::Native(R::Row), No),
    all("tr", Any),
    bare("track"),
    nameless("u", Any),
    all("ul", LIST),
    nameless("var", Any),
    all("video", Roles(&[R::Application])),
    Row { takes_attributes: false, ..nameless("wbr", Roles(&[R::None])) },
];

#[cfg(test)]
mod tests {
    #[test]
    fn rows_are_sorted_by_element() {
        assert!(super::ROWS.is_sorted_by_key(|row| row.element));
    }
}
