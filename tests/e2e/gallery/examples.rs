//! The examples by name, and a way to visit them all.

use sada_tests::{Origin, Visitor, root};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Tabs at once: while one waits for the clock, another has the processor.
const TABS: usize = 3;

/// One example of the popup, at an address of its own.
#[derive(Debug, Clone)]
pub struct Example {
    /// `subject.language.theme.state`.
    pub name: String,
}

impl Example {
    fn part(&self, index: usize) -> &str {
        self.name.split('.').nth(index).expect("a name has four parts")
    }

    /// What is shown: a kind of question, or a situation.
    pub fn subject(&self) -> &str {
        self.part(0)
    }

    /// In which language.
    pub fn language(&self) -> &str {
        self.part(1)
    }

    /// `light`, `dark` or `owner`.
    pub fn theme(&self) -> &str {
        self.part(2)
    }

    /// In which state.
    pub fn state(&self) -> &str {
        self.part(3)
    }
}

/// The gallery as it was built.
pub struct Gallery {
    origin: Origin,
}

impl Gallery {
    /// Serves it, with `snippet` pasted into every page.
    pub fn with(snippet: &str) -> Self {
        Self { origin: Origin::site(&std::env::var_os("GT_DIST").map_or(root().join("dist"), Into::into), snippet) }
    }

    /// The address of an example.
    pub fn url(&self, example: &Example) -> String {
        self.origin.url(&format!("/gallery/example.html?name={}", example.name))
    }

    /// All examples, or those of the subject in the variable `SUBJECT`, with somebody who has just read the list.
    pub fn list(&self) -> (Visitor, Vec<Example>) {
        let visitor = Visitor::at(&self.origin.url("/gallery/"));
        let names = visitor
            .see("import('./examples.js').then(async ({ examples }) => (await examples()).map(({ name }) => name))");
        let names = names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned());
        let mut examples: Vec<_> = names.map(|name| Example { name }).collect();
        assert!(examples.len() > 500, "the gallery is complete: {} examples", examples.len());
        if let Some(subject) = only() {
            examples.retain(|example| example.subject() == subject);
        }
        (visitor, examples)
    }

    /// Looks at each example once its state is reached, at some of them at a time. `prepare` gets each tab before its
    /// first page. What `look` gives is in the order of the examples.
    pub fn visit<T: Send>(
        &self,
        visitor: &Visitor,
        examples: &[Example],
        prepare: impl Fn(&Visitor) + Sync,
        look: impl Fn(&Visitor, &Example) -> T + Sync,
    ) -> Vec<T> {
        let next = AtomicUsize::new(0);
        let seen = Mutex::new(Vec::new());
        let work = |visitor: Visitor| {
            prepare(&visitor);
            while let Some(example) = examples.get(next.fetch_add(1, Ordering::Relaxed)) {
                self.reach(&visitor, example);
                let what = look(&visitor, example);
                seen.lock().unwrap().push((example.name.clone(), what));
            }
        };
        std::thread::scope(|scope| {
            for _ in 0..TABS {
                let visitor = visitor.in_another_tab();
                scope.spawn(|| work(visitor));
            }
        });
        let mut seen = seen.into_inner().unwrap();
        seen.sort_by_key(|(name, _)| examples.iter().position(|example| example.name == *name));
        seen.into_iter().map(|(_, what)| what).collect()
    }

    /// Opens an example, and waits until its state is reached.
    pub fn reach(&self, visitor: &Visitor, example: &Example) {
        visitor.go(&self.url(example));
        visitor.wait("document.documentElement.dataset.ready || document.documentElement.dataset.failed");
        let failed = visitor.see("document.documentElement.dataset.failed");
        assert!(failed.is_null(), "{}: {failed}", example.name);
    }
}

/// The one subject that is looked at, while somebody works on it.
pub fn only() -> Option<String> {
    std::env::var("SUBJECT").ok()
}
