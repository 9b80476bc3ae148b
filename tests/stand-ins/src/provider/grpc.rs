//! A gRPC server on loopback, in plain text, as terraform's `TF_REATTACH_PROVIDERS` asks for.

use std::rc::Rc;
use std::thread::JoinHandle;

use bytes::{BufMut, Bytes, BytesMut};
use h2::server::SendResponse;
use http::{HeaderMap, HeaderValue, Request, Response};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

/// What a call is answered with: the message, or nothing where there is no such call.
pub(super) type Reply = Option<Vec<u8>>;

/// A server that answers on its own thread, one call at a time, until it is dropped.
///
/// While it listens nobody may be left waiting on it: terraform ends the process of a provider that it
/// cannot reach (Terraform testing §6).
pub(super) struct Server {
    pub(super) port: u16,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Listens on a free port of loopback. `answer` gets the path and the message of each call.
    ///
    /// # Panics
    /// When loopback has no port to give.
    pub(super) fn start(answer: impl Fn(&str, &[u8]) -> Reply + Send + 'static) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("loopback gives a free port");
        let port = listener.local_addr().expect("a listener has an address").port();
        listener.set_nonblocking(true).expect("a socket may be set not to block");
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
            let runtime = runtime.expect("a runtime of one thread starts");
            let local = tokio::task::LocalSet::new();
            local.block_on(&runtime, async {
                tokio::task::spawn_local(serve(listener, Rc::new(answer)));
                let _ = stopped.await;
            });
        });
        Self { port, stop: Some(stop), thread: Some(thread) }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

async fn serve(listener: std::net::TcpListener, answer: Rc<impl Fn(&str, &[u8]) -> Reply + 'static>) {
    let listener = TcpListener::from_std(listener).expect("the listener is one of this runtime");
    while let Ok((stream, _)) = listener.accept().await {
        let answer = Rc::clone(&answer);
        // A client that hung up has nothing to be told, here as below.
        tokio::task::spawn_local(async move {
            let _ = connection(stream, answer).await;
        });
    }
}

async fn connection(
    stream: TcpStream,
    answer: Rc<impl Fn(&str, &[u8]) -> Reply + 'static>,
) -> Result<(), h2::Error> {
    let mut connection = h2::server::handshake(stream).await?;
    while let Some(call) = connection.accept().await {
        let (request, response) = call?;
        let answer = Rc::clone(&answer);
        tokio::task::spawn_local(async move {
            let _ = one(request, response, answer.as_ref()).await;
        });
    }
    Ok(())
}

/// Reads one call and answers it. A message has a byte and its length before it.
async fn one(
    request: Request<h2::RecvStream>,
    mut response: SendResponse<Bytes>,
    answer: &impl Fn(&str, &[u8]) -> Reply,
) -> Result<(), h2::Error> {
    let path = request.uri().path().to_owned();
    let mut body = request.into_body();
    let mut message = BytesMut::new();
    while let Some(part) = body.data().await {
        let part = part?;
        body.flow_control().release_capacity(part.len())?;
        message.put(part);
    }
    let reply = answer(&path, message.get(5..).unwrap_or_default());
    let mut head = Response::new(());
    let kind = HeaderValue::from_static("application/grpc");
    head.headers_mut().insert(http::header::CONTENT_TYPE, kind);
    let mut stream = response.send_response(head, false)?;
    if let Some(reply) = &reply {
        let mut framed = BytesMut::with_capacity(reply.len() + 5);
        framed.put_u8(0);
        framed.put_u32(u32::try_from(reply.len()).expect("a message is shorter than 4 GB"));
        framed.put_slice(reply);
        stream.send_data(framed.freeze(), false)?;
    }
    let mut trailers = HeaderMap::new();
    // 12 is UNIMPLEMENTED.
    let status = HeaderValue::from_static(if reply.is_some() { "0" } else { "12" });
    trailers.insert("grpc-status", status);
    stream.send_trailers(trailers)
}
