//! Where the API is, and what must be there before it is asked.

use super::url;
use crate::export::Heading;
use crate::export::shell::{CURL, JQ, word};
use crate::export::text::Text;
use crate::plan::{Field, Object, Place};
use crate::steps::{Run, Scope};

/// The hosts: the public ones, unless the environment names others; and what else stands
/// before the first request.
pub(super) fn hosts(run: &Run, heading: &Heading, used: &[&str]) -> Vec<(String, Option<Place>)> {
    let mut lines =
        vec![("IAM_API=${IBMCLOUD_IAM_API_ENDPOINT:-https://iam.cloud.ibm.com}".to_owned(), None)];
    if let Scope::Region { code, place } = &run.scope {
        lines.push((vpc_api(code), Some(place.clone())));
    }
    if used.iter().any(|f| ["list_groups", "account"].contains(f)) {
        let host = "https://resource-controller.cloud.ibm.com";
        lines.push((format!("RESOURCE_API=${{IBMCLOUD_RESOURCE_MANAGEMENT_API_ENDPOINT:-{host}}}"), None));
    }
    if used.iter().any(|f| ["attach_tags", "look_at_tags"].contains(f)) {
        let host = "https://tags.global-search-tagging.cloud.ibm.com";
        lines.push((format!("TAGS_API=${{IBMCLOUD_GT_API_ENDPOINT:-{host}}}"), None));
    }
    if run.region().is_some() {
        let version = format!("API_VERSION={}", word(&url::part(&heading.targets.api)));
        lines.push((version, Some(Object::Plan.at(Field::Api))));
    }
    lines.push(("LOGGED_IN_AT='' # when the script got the token itself".to_owned(), None));
    lines
}

/// The host of a region's VPC API.
fn vpc_api(region: &str) -> String {
    let is_code = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !region.is_empty() && region.chars().all(is_code) {
        format!("VPC_API=${{IBMCLOUD_IS_NG_API_ENDPOINT:-https://{region}.iaas.cloud.ibm.com/v1}}")
    } else {
        // Any other text could make a host of its own, which would get the token.
        "VPC_API=${IBMCLOUD_IS_NG_API_ENDPOINT:?the region of the plan is not the code of one}".to_owned()
    }
}

/// How scripts make sure of tools and account; what that calls is in `used` after.
pub(super) fn checks(run: &Run, used: &mut Vec<&'static str>) -> Text {
    let mut checks = Text::default();
    checks.line(CURL);
    checks.line(JQ);
    if used.contains(&"body") {
        checks.line("[[ -d $BODIES ]] || stop \"$BODIES is missing, where the bodies of the requests are\"");
    }
    used.push("log_in");
    checks.line("log_in");
    if let Some(account) = &run.account {
        used.push("account");
        checks.at(run.account_place.clone(), format!("account {}", word(account)));
    }
    checks
}
