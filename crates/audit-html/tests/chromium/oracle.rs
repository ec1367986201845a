//! What Chromium computes.

use sada_audit_html::Visitor;
use sada_devtools::{Browser, DevtoolsError, LaunchOptions, Tab, find_chrome};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::time::Duration;

/// The values of every element, by its number and the property.
pub type Computed = HashMap<String, HashMap<String, String>>;

/// A browser, or none where none is installed.
#[expect(clippy::print_stdout, reason = "a test that tests nothing says so")]
pub fn launch() -> Option<Browser> {
    match find_chrome() {
        Ok(_) => Some(Browser::launch(&LaunchOptions::default()).expect("a browser that is installed starts")),
        Err(error) if std::env::var("CI").is_ok_and(|ci| ci == "true") => panic!("{error}"),
        Err(error) => {
            println!("not tested: {error}");
            None
        }
    }
}

/// Lengths are asked for as they are computed: a layout would replace them by what they come to.
const SCRIPT: &str = "(() => {
  const resolved = PROPERTIES, found = {};
  const visit = root => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      const number = element.getAttribute('n') ?? element.tagName + Object.keys(found).length;
      const style = getComputedStyle(element), map = element.computedStyleMap();
      const values = {};
      for (const name of resolved) {
        let value = style.getPropertyValue(name);
        const typed = map.get(name);
        if (typed && name == 'transform') value = typed.toString();
        else if (typed && /px|%|auto|content|normal|none|^[0-9]/.test(typed.toString()) && !/color|border/.test(name))
          value = typed instanceof CSSUnparsedValue ? value : map.getAll(name).join(', ');
        values[name] = value;
      }
      found[number] = values;
    }
  };
  visit(document);
  return found;
})()";

/// Shows a page to a visitor and asks for `properties` of every element.
pub fn ask(tab: &Tab, url: &str, visitor: &Visitor, properties: &[&str]) -> Result<Computed, DevtoolsError> {
    let metrics = json!({ "width": visitor.width, "height": visitor.height, "deviceScaleFactor": 1, "mobile": false });
    tab.call("Emulation.setDeviceMetricsOverride", &metrics)?;
    let word = |is: bool, yes: &'static str, no: &'static str| if is { yes } else { no };
    let features = json!([
        { "name": "prefers-color-scheme", "value": word(visitor.prefers_dark, "dark", "light") },
        { "name": "prefers-reduced-motion", "value": word(visitor.prefers_reduced_motion, "reduce", "no-preference") },
        { "name": "forced-colors", "value": "none" },
    ]);
    let media = word(visitor.is_print, "print", "");
    tab.call("Emulation.setEmulatedMedia", &json!({ "media": media, "features": features }))?;
    tab.navigate(url, Duration::from_secs(20))?;
    let script = SCRIPT.replace("PROPERTIES", &json!(properties).to_string());
    let found = tab.evaluate_within(&script, Duration::from_mins(1))?;
    let Value::Object(elements) = found else { return Ok(Computed::new()) };
    let text = |value: Value| value.as_str().unwrap_or_default().to_owned();
    let of_element = |values: Value| match values {
        Value::Object(values) => values.into_iter().map(|(name, value)| (name, text(value))).collect(),
        _ => HashMap::new(),
    };
    Ok(elements.into_iter().map(|(number, values)| (number, of_element(values))).collect())
}
