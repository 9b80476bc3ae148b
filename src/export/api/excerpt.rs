//! The calls of one gateway, for reading.

use super::body::{self, Json, id_text};
use super::url;
use crate::export::shell::word;
use crate::export::text::Text;
use crate::export::{Heading, Line};
use crate::plan::Key;
use crate::steps::{ForGateway, From, Gateway, Run, Step, Tags};

pub(in crate::export) fn excerpt(run: &Run, gateway: &Key, heading: &Heading) -> Vec<Line> {
    let mut excerpt = Excerpt { run, heading, out: Text::default(), number: 0, made: false };
    for step in run.steps.iter().filter(|s| s.gateway().is_some_and(|g| g.key == *gateway)) {
        match step {
            Step::Gateway(s) => excerpt.gateway(step, s),
            Step::ReservedIp(s) => excerpt.reserve(step, s),
            Step::Binding(s) => excerpt.bind(step, s),
            Step::Tags(s) => excerpt.tags(step, s),
            Step::LookUp(_)
            | Step::Vpc(_)
            | Step::Prefix(_)
            | Step::Subnet(_)
            | Step::Group(_)
            | Step::Rule(_)
            | Step::Adopt(_) => {}
        }
    }
    excerpt.out.finish()
}

struct Excerpt<'h> {
    run: &'h Run,
    heading: &'h Heading,
    out: Text,
    number: usize,
    made: bool,
}

impl Excerpt<'_> {
    fn title(&mut self, step: &Step, title: &str) {
        self.number += 1;
        self.out.gap();
        self.out.comment(format!("{}. {title}", self.number));
        self.heading.mark(&mut self.out, &step.object());
    }

    /// A call of the VPC API; with a body, in a file of that name.
    fn call(&mut self, method: &str, path: &str, file: Option<&str>) {
        let url = format!(
            "https://{}.iaas.cloud.ibm.com/v1{path}?version={}&generation=2",
            self.run.region,
            url::part(&self.heading.targets.api)
        );
        self.curl(method, &url, file);
    }

    fn curl(&mut self, method: &str, url: &str, file: Option<&str>) {
        self.out.line(format!("curl --fail-with-body --silent --show-error --request {method} \\"));
        self.out.line("  --config <(printf 'header = \"Authorization: Bearer %s\"\\n' \"$IAM_TOKEN\") \\");
        if let Some(file) = file {
            self.out.line("  --header 'Content-Type: application/json' \\");
            self.out.line(format!("  --data @{file} \\"));
        }
        self.out.line(format!("  {}", word(url)));
    }

    fn body(&mut self, file: &str, body: &Json) {
        self.out.gap();
        self.out.comment(format!("{file}; IDs in capitals are those that the script looks up"));
        body::json(&mut self.out, body);
    }

    fn gateway(&mut self, step: &Step, s: &Gateway) {
        self.made = true;
        let title = if s.addresses.is_empty() {
            "Create the gateway"
        } else {
            "Create the gateway with its addresses"
        };
        self.title(step, title);
        for address in &s.addresses {
            self.heading.mark(&mut self.out, &address.object);
        }
        self.call("POST", "/endpoint_gateways", Some("gateway.json"));
        self.body("gateway.json", &body::gateway(&step.object(), s));
    }

    /// New addresses come with a new gateway; one that exists gets them singly.
    fn reserve(&mut self, step: &Step, s: &ForGateway) {
        let From::New { .. } = &s.address.from else { return };
        if self.made {
            return;
        }
        self.title(step, &format!("Reserve an address in {} for the gateway", s.address.slot));
        let file = format!("address-{}.json", self.number);
        self.call(
            "POST",
            &format!("/subnets/{}/reserved_ips", url::part(&id_text(&s.address.subnet))),
            Some(&file),
        );
        self.body(&file, &body::reserved_ip(s));
    }

    fn bind(&mut self, step: &Step, s: &ForGateway) {
        let Some(ip) = s.address.existing().filter(|_| !self.made) else { return };
        self.title(step, &format!("Bind the address that exists in {}", s.address.slot));
        self.call(
            "PUT",
            &format!(
                "/endpoint_gateways/{}/ips/{}",
                url::part(&id_text(&s.gateway)),
                url::part(&id_text(ip))
            ),
            None,
        );
    }

    fn tags(&mut self, step: &Step, s: &Tags) {
        let kind = s.kind.word();
        self.title(step, &format!("Attach the {kind} tags, once the CRN is known"));
        let url = format!("https://tags.global-search-tagging.cloud.ibm.com/v3/tags/attach?tag_type={kind}");
        let file = format!("{kind}-tags.json");
        self.curl("POST", &url, Some(&file));
        self.body(&file, &body::tags(&step.object(), s));
    }
}
