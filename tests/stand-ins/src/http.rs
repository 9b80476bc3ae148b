//! A small HTTP server on loopback, shared by the strict and the lenient stand-in.

use std::sync::Arc;
use std::thread::JoinHandle;

use serde_json::Value;

/// One request as it came over the wire, with path and query decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `POST`, `PUT`, `PATCH` or `DELETE`.
    pub method: String,
    /// The path without its query, still percent-encoded.
    pub path: String,
    /// The query's pairs in the order sent, decoded; a pair that cannot be decoded keeps its text.
    pub query: Vec<(String, String)>,
    /// Header names in lower case with their values, in the order sent.
    pub headers: Vec<(String, String)>,
    /// The body's bytes.
    pub body: Vec<u8>,
}

impl Request {
    /// The value of a header, if it was sent; the name is given in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// What a stand-in answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reply {
    /// The HTTP status.
    pub(crate) status: u16,
    /// The body's bytes.
    pub(crate) body: Vec<u8>,
    /// The headers beside that of the content type.
    pub(crate) headers: Vec<(&'static str, String)>,
}

impl Reply {
    /// A reply that carries JSON; nothing under a status that has no body.
    pub(crate) fn json(status: u16, value: &Value) -> Self {
        let body = if status == 204 { Vec::new() } else { value.to_string().into_bytes() };
        Self { status, body, headers: Vec::new() }
    }
}

/// A server that answers on its own thread until it is dropped.
pub(crate) struct Server {
    inner: Arc<tiny_http::Server>,
    thread: Option<JoinHandle<()>>,
    port: u16,
}

impl Server {
    /// Listens on a free port of loopback.
    ///
    /// # Panics
    /// When loopback has no port to give: nothing can be tested then.
    pub(crate) fn start(answer: impl Fn(Request) -> Reply + Send + 'static) -> Self {
        let inner = Arc::new(tiny_http::Server::http("127.0.0.1:0").expect("loopback gives a free port"));
        let port = inner.server_addr().to_ip().expect("the server listens on an IP address").port();
        let server = Arc::clone(&inner);
        let thread = std::thread::spawn(move || {
            for mut incoming in server.incoming_requests() {
                let request = read(&mut incoming);
                let reply = answer(request);
                let kind = tiny_http::Header::from_bytes("Content-Type", "application/json")
                    .expect("a constant header is well formed");
                let mut response = tiny_http::Response::from_data(reply.body)
                    .with_status_code(reply.status)
                    .with_header(kind);
                for (name, value) in reply.headers {
                    let header = tiny_http::Header::from_bytes(name, value)
                        .expect("a header made here is well formed");
                    response = response.with_header(header);
                }
                // A client that hung up has nothing to be told.
                let _ = incoming.respond(response);
            }
        });
        Self { inner, thread: Some(thread), port }
    }

    /// `http://127.0.0.1:PORT`, without a slash at the end.
    pub(crate) fn base(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.inner.unblock();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn read(incoming: &mut tiny_http::Request) -> Request {
    let mut body = Vec::new();
    // A body that breaks off is judged as far as it came.
    let _ = incoming.as_reader().read_to_end(&mut body);
    let url = incoming.url();
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    Request {
        method: incoming.method().to_string(),
        path: path.to_owned(),
        query: pairs(query),
        headers: incoming
            .headers()
            .iter()
            .map(|header| (header.field.to_string().to_ascii_lowercase(), header.value.to_string()))
            .collect(),
        body,
    }
}

/// Reads `a=1&b=2`, with `+` and `%41` decoded, keeping the order and repeated keys.
pub(crate) fn pairs(text: &str) -> Vec<(String, String)> {
    text.split('&')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            (form_decode(key), form_decode(value))
        })
        .collect()
}

fn form_decode(text: &str) -> String {
    let spaced = text.replace('+', " ");
    percent_decode(&spaced).unwrap_or(spaced)
}

/// Undoes percent-encoding; `None` when it is malformed or not UTF-8.
pub(crate) fn percent_decode(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let high = char::from(bytes.next()?).to_digit(16)?;
            let low = char::from(bytes.next()?).to_digit(16)?;
            out.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_keeps_order_and_repeats() {
        assert_eq!(
            pairs("b=1&a=x%20y&b=2+3"),
            [
                ("b".to_owned(), "1".to_owned()),
                ("a".to_owned(), "x y".to_owned()),
                ("b".to_owned(), "2 3".to_owned())
            ]
        );
    }

    #[test]
    fn malformed_percent_signs_are_not_decoded() {
        assert_eq!(percent_decode("a%2"), None);
        assert_eq!(percent_decode("%zz"), None);
        assert_eq!(percent_decode("%c3%a4").as_deref(), Some("ä"));
    }

    #[test]
    fn the_server_stops_when_dropped() {
        let server = Server::start(|_| Reply::json(200, &Value::Null));
        let base = server.base();
        assert!(ureq::get(&base).call().is_ok());
        drop(server);
        assert!(ureq::get(&base).call().is_err());
    }
}
