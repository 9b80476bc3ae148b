//! The parts of a CRN under their names.

use super::Of;
use crate::model::{Crn, CrnKind, SEGMENTS, Said, Target};
use yew::prelude::*;

/// The parts of the gateway's CRN that say something; nothing while it is none.
pub(super) fn parts(of: &Of<'_>) -> Html {
    let (Target::Cloud(Said::Value(crn)) | Target::PrivatePath(Said::Value(crn))) = &of.model.target else {
        return Html::default();
    };
    let own = of.view.plan.account.as_str();
    let shown = shown(crn, own).into_iter().map(|(name, value)| {
        html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
    });
    html! { <dl class="segs">{ for shown }</dl> }
}

/// Names and values, the kind first.
fn shown(crn: &Crn, own: &str) -> Vec<(&'static str, String)> {
    let mut parts = vec![("kind", kind(crn.kind()).to_owned())];
    for (i, name) in SEGMENTS.iter().enumerate().skip(4) {
        let text = crn.segment(i);
        if text.is_empty() {
            continue;
        }
        parts.push((
            name,
            match text.strip_prefix("a/") {
                Some(account) if i == 6 && account == own => format!("{account}, the plan's own"),
                Some(account) if i == 6 => account.to_owned(),
                _ => text.to_owned(),
            },
        ));
    }
    parts
}

fn kind(kind: CrnKind) -> &'static str {
    match kind {
        CrnKind::Endpoint => "endpoint of a service",
        CrnKind::Instance => "service instance",
        CrnKind::Service => "service",
        CrnKind::PrivatePath => "Private Path service",
        CrnKind::Bucket => "bucket",
        CrnKind::Other => "not known",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_is_there() {
        let account = "7f2c4e91b0d84a6f9c3355e1a0b27d48";
        let crn = format!("crn:v1:bluemix:public:secrets-manager:us-south:a/{account}:4b1e9c52::");
        let parts = shown(&Crn::new(&crn).unwrap(), account);
        let text: Vec<_> = parts.iter().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(
            text,
            [
                "kind=service instance".to_owned(),
                "service=secrets-manager".to_owned(),
                "location=us-south".to_owned(),
                format!("account={account}, the plan's own"),
                "instance=4b1e9c52".to_owned(),
            ]
        );
    }
}
