//! The accept loop: a deadline for everything a stranger could hold open.

use crate::address::Peer;
use axum::Router;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{sleep, timeout};

/// From opening a connection, or from the last answer on it, to the end of the next request's head.
const HEAD_DEADLINE: Duration = Duration::from_secs(10);
/// After this a connection takes no further request.
const CONNECTION_AGE: Duration = Duration::from_mins(2);
/// How long the answer under way may still take then. Who reads more slowly loses it.
const LAST_ANSWER: Duration = Duration::from_secs(30);
/// How long answers under way may take once the collector is told to end.
const DRAIN: Duration = Duration::from_secs(7);

/// Serves until `shutdown`, then lets the answers under way finish.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    most_connections: usize,
    shutdown: impl Future<Output = ()>,
) {
    let slots = Arc::new(Semaphore::new(most_connections.max(1)));
    let (end, ending) = watch::channel(());
    tokio::pin!(shutdown);
    loop {
        let accepted = tokio::select! {
            accepted = accept(&listener, &slots) => accepted,
            () = &mut shutdown => break,
        };
        match accepted {
            Ok((stream, slot)) => {
                tokio::spawn(connection(stream, router.clone(), ending.clone(), slot));
            }
            Err(error) => {
                // Out of file descriptors, most likely: the next try needs one to be closed first.
                tracing::warn!(%error, "a connection could not be accepted");
                sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop((listener, ending));
    // Each connection holds a receiver until it is closed.
    end.send_replace(());
    if timeout(DRAIN, end.closed()).await.is_err() {
        tracing::warn!("some connections were cut off at the end");
    }
}

/// Waits for a free slot first: what is above the limit stays in the system's queue.
async fn accept(listener: &TcpListener, slots: &Arc<Semaphore>) -> std::io::Result<(TcpStream, OwnedSemaphorePermit)> {
    let slot = Arc::clone(slots).acquire_owned().await.map_err(std::io::Error::other)?;
    let (stream, _) = listener.accept().await?;
    Ok((stream, slot))
}

/// Broken connections are the client's affair: errors are not reported.
async fn connection(stream: TcpStream, router: Router, mut ending: watch::Receiver<()>, _slot: OwnedSemaphorePermit) {
    let Ok(peer) = stream.peer_addr() else { return };
    // Small answers leave at once; without it they could wait for the client's acknowledgement.
    let _ = stream.set_nodelay(true);
    let router = TowerToHyperService::new(router);
    let service = service_fn(move |mut request: hyper::Request<Incoming>| {
        request.extensions_mut().insert(Peer(peer.ip()));
        router.call(request)
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_DEADLINE);
    let served = http.serve_connection(TokioIo::new(stream), service);
    tokio::pin!(served);
    tokio::select! {
        _ = &mut served => return,
        _ = ending.changed() => {}
        () = sleep(CONNECTION_AGE) => {}
    }
    served.as_mut().graceful_shutdown();
    let _ = timeout(LAST_ANSWER, served).await;
}
