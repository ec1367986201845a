//! Roles: the explicit one if it counts, else the one HTML-AAM gives.

use super::{Element, Namespace};

macro_rules! roles {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// A role of WAI-ARIA 1.2 that is not abstract.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "WAI-ARIA defines them, and the names are its own")]
        pub enum Role { $($variant),* }

        /// Every role with its name in the `role` attribute.
        const ROLES: &[(&str, Role)] = &[$(($name, Role::$variant)),*];
    };
}

roles! {
    Alert "alert", AlertDialog "alertdialog", Application "application", Article "article", Banner "banner",
    Blockquote "blockquote", Button "button", Caption "caption", Cell "cell", Checkbox "checkbox", Code "code",
    ColumnHeader "columnheader", Combobox "combobox", Complementary "complementary", ContentInfo "contentinfo",
    Definition "definition", Deletion "deletion", Dialog "dialog", Document "document", Emphasis "emphasis",
    Feed "feed", Figure "figure", Form "form", Generic "generic", Grid "grid", GridCell "gridcell", Group "group",
    Heading "heading", Img "img", Insertion "insertion", Link "link", List "list", Listbox "listbox",
    ListItem "listitem", Log "log", Main "main", Marquee "marquee", Math "math", Menu "menu", Menubar "menubar",
    MenuItem "menuitem", MenuItemCheckbox "menuitemcheckbox", MenuItemRadio "menuitemradio", Meter "meter",
    Navigation "navigation", None "none", Note "note", Option "option", Paragraph "paragraph",
    ProgressBar "progressbar", Radio "radio", RadioGroup "radiogroup", Region "region", Row "row",
    RowGroup "rowgroup", RowHeader "rowheader", Scrollbar "scrollbar", Search "search", Searchbox "searchbox",
    Separator "separator", Slider "slider", SpinButton "spinbutton", Status "status", Strong "strong",
    Subscript "subscript", Superscript "superscript", Switch "switch", Tab "tab", Table "table", TabList "tablist",
    TabPanel "tabpanel", Term "term", Textbox "textbox", Time "time", Timer "timer", Toolbar "toolbar",
    Tooltip "tooltip", Tree "tree", TreeGrid "treegrid", TreeItem "treeitem",
}

/// Global states and properties that undo `role="none"` (WAI-ARIA 1.2, 8.1.4); `aria-hidden` does not, nor do the deprecated ones.
const GLOBAL: &[&str] = &[
    "aria-atomic",
    "aria-busy",
    "aria-controls",
    "aria-current",
    "aria-describedby",
    "aria-details",
    "aria-dropeffect",
    "aria-flowto",
    "aria-grabbed",
    "aria-keyshortcuts",
    "aria-label",
    "aria-labelledby",
    "aria-live",
    "aria-owns",
    "aria-relevant",
    "aria-roledescription",
];

impl Role {
    /// The role of this name; `image`, `presentation` and `directory` mean what WAI-ARIA says they mean.
    pub fn of_name(name: &str) -> Option<Role> {
        let name = match name {
            "image" => "img",
            "presentation" => "none",
            "directory" => "list",
            name => name,
        };
        ROLES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role)
    }

    /// The name in the `role` attribute.
    pub fn as_str(self) -> &'static str {
        ROLES.iter().find(|(_, role)| *role == self).map_or("", |(name, _)| *name)
    }

    /// Whether a name may come from what stands in it (WAI-ARIA 1.2, 5.2.8.6).
    pub(super) fn is_named_from_content(self) -> bool {
        matches!(
            self,
            Role::Button
                | Role::Cell
                | Role::Checkbox
                | Role::ColumnHeader
                | Role::GridCell
                | Role::Heading
                | Role::Link
                | Role::MenuItem
                | Role::MenuItemCheckbox
                | Role::MenuItemRadio
                | Role::Option
                | Role::Radio
                | Role::Row
                | Role::RowHeader
                | Role::Switch
                | Role::Tab
                | Role::Tooltip
                | Role::TreeItem
        )
    }
}

impl Element<'_> {
    /// Its role: the first valid one of `role`, unless it says "none" of something that must be there; else the one
    /// its element has (HTML-AAM 1.0, SVG-AAM 1.0).
    pub fn role(self) -> Role {
        match self.explicit_role() {
            Some(Role::None) if self.must_be_exposed() => self.implicit_role(),
            Some(role) => role,
            Option::None => self.implicit_role(),
        }
    }

    /// The first token of `role` that names a role.
    pub fn explicit_role(self) -> Option<Role> {
        self.attribute("role")?.split_ascii_whitespace().find_map(|token| Role::of_name(&token.to_ascii_lowercase()))
    }

    /// Presentational roles conflict resolution (WAI-ARIA 1.2, 8.1.4).
    fn must_be_exposed(self) -> bool {
        let says = |name: &&str| self.attribute(name).is_some_and(|value| !value.trim().is_empty());
        self.is_focusable() || GLOBAL.iter().any(says)
    }

    fn implicit_role(self) -> Role {
        match self.namespace() {
            Namespace::Html => self.html_role(),
            Namespace::Svg => match self.name() {
                "svg" => Role::Document,
                "a" => Role::Link,
                "image" => Role::Img,
                _ => Role::Generic,
            },
            Namespace::MathMl if self.name() == "math" => Role::Math,
            Namespace::MathMl | Namespace::Other => Role::Generic,
        }
    }

    fn html_role(self) -> Role {
        match self.name() {
            "a" | "area" if self.has_attribute("href") => Role::Link,
            "address" | "details" | "fieldset" | "hgroup" | "optgroup" => Role::Group,
            "article" => Role::Article,
            "aside" => Role::Complementary,
            "blockquote" => Role::Blockquote,
            "button" => Role::Button,
            "caption" => Role::Caption,
            "code" => Role::Code,
            "datalist" => Role::Listbox,
            "del" => Role::Deletion,
            "dfn" => Role::Term,
            "dialog" => Role::Dialog,
            "em" => Role::Emphasis,
            "figure" => Role::Figure,
            "footer" if !self.is_in_sectioning() => Role::ContentInfo,
            "form" if self.has_naming_attribute() => Role::Form,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Role::Heading,
            "header" if !self.is_in_sectioning() => Role::Banner,
            "hr" => Role::Separator,
            "html" => Role::Document,
            "img" => self.img_role(),
            "input" => self.input_role(),
            "ins" => Role::Insertion,
            "li" => Role::ListItem,
            "main" => Role::Main,
            "menu" | "ol" | "ul" => Role::List,
            "meter" => Role::Meter,
            "nav" => Role::Navigation,
            "option" => Role::Option,
            "output" => Role::Status,
            "p" => Role::Paragraph,
            "progress" => Role::ProgressBar,
            "search" => Role::Search,
            "section" if self.has_naming_attribute() => Role::Region,
            "select" => self.select_role(),
            "strong" => Role::Strong,
            "sub" => Role::Subscript,
            "sup" => Role::Superscript,
            "table" => Role::Table,
            "tbody" | "tfoot" | "thead" => Role::RowGroup,
            "td" => Role::Cell,
            "textarea" => Role::Textbox,
            "th" if self.attribute("scope").is_some_and(|scope| scope.starts_with("row")) => Role::RowHeader,
            "th" => Role::ColumnHeader,
            "time" => Role::Time,
            "tr" => Role::Row,
            _ => Role::Generic,
        }
    }

    /// An empty `alt` says that the image tells nothing, unless a name is given in another way.
    fn img_role(self) -> Role {
        let is_decorative =
            self.attribute("alt") == Some("") && !self.has_naming_attribute() && !self.must_be_exposed();
        if is_decorative { Role::None } else { Role::Img }
    }

    fn input_role(self) -> Role {
        let kind = self.attribute("type").unwrap_or("text").to_ascii_lowercase();
        match kind.as_str() {
            "button" | "image" | "reset" | "submit" => Role::Button,
            "checkbox" => Role::Checkbox,
            "radio" => Role::Radio,
            "range" => Role::Slider,
            "number" => Role::SpinButton,
            "color" | "date" | "datetime-local" | "file" | "hidden" | "month" | "time" | "week" => Role::Generic,
            _ if self.has_attribute("list") => Role::Combobox,
            "search" => Role::Searchbox,
            _ => Role::Textbox,
        }
    }

    fn select_role(self) -> Role {
        let is_list = self.has_attribute("multiple")
            || self.attribute("size").and_then(|size| size.trim().parse::<u32>().ok()).is_some_and(|size| size > 1);
        if is_list { Role::Listbox } else { Role::Combobox }
    }

    fn has_naming_attribute(self) -> bool {
        ["aria-label", "aria-labelledby", "title"]
            .into_iter()
            .any(|name| self.attribute(name).is_some_and(|value| !value.trim().is_empty()))
    }

    fn is_in_sectioning(self) -> bool {
        std::iter::successors(self.parent(), |element| element.parent()).any(|ancestor| {
            let is_section = ["article", "aside", "main", "nav", "section"].iter().any(|name| ancestor.is(name));
            is_section
                || matches!(
                    ancestor.explicit_role(),
                    Some(Role::Article | Role::Complementary | Role::Main | Role::Navigation | Role::Region)
                )
        })
    }
}
