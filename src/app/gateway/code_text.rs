//! The text that the code panel shows, and the marks on its lines.

use crate::app::diff::changed;
use crate::app::ui::Shown;
use crate::app::view::View;
use crate::export::{File, Language, Line, Tool};
use crate::handover;
use crate::plan::{Key, Place};
use crate::rules::Severity;
use std::collections::HashSet;

/// What the panel shows the code of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// The gateway alone.
    Gateway,
    /// The whole plan, file after file.
    Plan,
}

impl Scope {
    /// Both, the gateway first.
    pub(super) const ALL: [Self; 2] = [Self::Gateway, Self::Plan];

    /// What it is called.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Gateway => "This gateway",
            Self::Plan => "Whole plan",
        }
    }
}

/// A text with what it is written in.
pub(super) struct Text {
    /// A name for it as a file.
    pub(super) name: String,
    /// What it is written in.
    pub(super) language: Language,
    /// Its lines.
    pub(super) lines: Vec<Line>,
    /// Whether it is one file; the lines of several have their paths between.
    pub(super) whole: bool,
}

impl Text {
    /// The lines with a line end each.
    pub(super) fn joined(&self) -> String {
        self.lines.iter().flat_map(|l| [l.text.as_str(), "\n"]).collect()
    }
}

/// The text of a scope; without lines where there is nothing to create.
pub(super) fn text(view: &View, gateway: &Key, tool: Tool, scope: Scope) -> Text {
    let (language, ending) = match tool {
        Tool::Cli | Tool::Api => (Language::Bash, "sh"),
        Tool::Terraform => (Language::Hcl, "tf"),
    };
    if scope == Scope::Gateway {
        let name = format!("{gateway}-{}.{ending}", tool.folder());
        let lines = handover::excerpt(&view.model, &view.findings, tool, gateway);
        return Text { name, language, lines, whole: true };
    }
    let mut files = handover::files(&view.plan, &view.model, &view.findings, &[tool]);
    if let [file] = files.as_mut_slice() {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path).to_owned();
        return Text { name, language: file.language, lines: std::mem::take(&mut file.lines), whole: true };
    }
    let plain = |text: String| Line { text, place: None };
    let with_path = |file: File| [plain(format!("# {}", file.path))].into_iter().chain(file.lines);
    let lines = files.into_iter().flat_map(|file| with_path(file).chain([plain(String::new())])).collect();
    Text { name: format!("{} files", tool.name()), language, lines, whole: false }
}

/// The lines with their marks: what differs from the text before the last edit,
/// and what spells a place at which there is an error.
pub(super) fn shown(view: &View, now: &Text, before: &Text) -> Vec<Shown> {
    let errors = view.findings.iter().filter(|f| f.rule.severity == Severity::Error);
    let refused: HashSet<&Place> = errors.flat_map(|f| &f.places).collect();
    let changed = changed(&before.lines, &now.lines);
    let mark = |(line, changed): (&Line, bool)| Shown {
        text: line.text.clone().into(),
        changed,
        refused: line.place.as_ref().is_some_and(|place| refused.contains(place)),
    };
    now.lines.iter().zip(changed).map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{clashing, key};
    use crate::app::view::Seen;
    use crate::edit::{Edit, apply};
    use crate::plan::{Field, Object};
    use std::rc::Rc;

    #[test]
    fn marks_what_is_refused_and_what_changed_in_each_language() {
        let secrets = Object::Gateway(key("app-secrets"));
        let crn =
            "crn:v1:bluemix:public:secrets-manager:us-south:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:4b1e9c52::";
        let plan = apply(&clashing(), &Edit::text(secrets.clone(), Field::Crn, crn)).unwrap();
        let renamed = apply(&plan, &Edit::text(secrets, Field::Name, "other")).unwrap();
        let (before, now) = (Seen::of(&Rc::new(plan)), Seen::of(&Rc::new(renamed)));
        for tool in Tool::ALL {
            let text = |view: &Seen| text(view, &key("app-secrets"), tool, Scope::Gateway);
            let lines = shown(&now, &text(&now), &text(&before));
            let refused = lines.iter().filter(|l| l.refused && l.text.contains("10.240.8.4")).count();
            assert!(refused > 0, "{tool:?}: {lines:#?}");
            assert!(lines.iter().any(|l| l.changed && l.text.contains("other")), "{tool:?}");
            assert!(lines.iter().any(|l| !l.changed), "{tool:?}");
            let untouched = shown(&now, &text(&now), &text(&now));
            assert!(untouched.iter().all(|l| !l.changed), "{tool:?}");
        }
    }

    #[test]
    fn the_whole_plan_has_every_file() {
        let view = Seen::of(&Rc::new(clashing()));
        for tool in Tool::ALL {
            let text = text(&view, &key("app-kms"), tool, Scope::Plan);
            let files = handover::files(&view.plan, &view.model, &view.findings, &[tool]);
            assert_eq!(text.whole, files.len() == 1, "{tool:?}");
            for file in files {
                assert!(text.joined().contains(&file.text()), "{}", file.path);
            }
        }
    }
}
