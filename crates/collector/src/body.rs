//! Reading what was sent, up to a limit and a deadline.

use crate::problem::ApiError;
use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, header};
use http_body_util::BodyExt;
use std::io::Read;
use std::time::Duration;

/// The largest response that is taken, unpacked.
pub(crate) const LIMIT: usize = 64 * 1024;
/// What is above the limit is read to here and thrown away: a browser that is still sending does not hear the answer.
const PATIENCE: usize = 1024 * 1024;
const DEADLINE: Duration = Duration::from_secs(15);

/// The whole body, unpacked: at most `limit` bytes.
pub(crate) async fn read(headers: &HeaderMap, body: Body, limit: usize) -> Result<Vec<u8>, ApiError> {
    let is_packed = match headers.get(header::CONTENT_ENCODING).map(|encoding| encoding.as_bytes().to_ascii_lowercase())
    {
        None => false,
        Some(encoding) if encoding == b"identity" => false,
        Some(encoding) if encoding == b"gzip" => true,
        Some(_) => {
            let detail = "The content-encoding is not known here: send the body plain, or with gzip.";
            return Err(ApiError::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail));
        }
    };
    let late = |_| ApiError::new(StatusCode::REQUEST_TIMEOUT, "The body did not arrive in time: send it again.");
    let bytes = tokio::time::timeout(DEADLINE, collect(body, limit)).await.map_err(late)??;
    if is_packed { unpack(&bytes, limit) } else { Ok(bytes) }
}

async fn collect(mut body: Body, limit: usize) -> Result<Vec<u8>, ApiError> {
    let mut bytes = Vec::new();
    let mut length = 0;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| ApiError::bad_request("The body broke off: send it again."))?;
        let Some(data) = frame.data_ref() else { continue };
        length += data.len();
        if length > PATIENCE {
            break;
        }
        if length <= limit {
            bytes.extend_from_slice(data);
        }
    }
    if length > limit { Err(too_large(limit)) } else { Ok(bytes) }
}

/// Never holds more than the limit, however much is packed into the bytes.
fn unpack(bytes: &[u8], limit: usize) -> Result<Vec<u8>, ApiError> {
    let mut unpacked = Vec::new();
    let one_more = u64::try_from(limit).map_or(u64::MAX, |limit| limit + 1);
    let read = flate2::read::GzDecoder::new(bytes).take(one_more).read_to_end(&mut unpacked);
    read.map_err(|_| ApiError::bad_request("The body is not what its content-encoding says: it is not gzip."))?;
    if unpacked.len() > limit { Err(too_large(limit)) } else { Ok(unpacked) }
}

fn too_large(limit: usize) -> ApiError {
    let limit = limit / 1024;
    let detail =
        format!("The body is larger than {limit} KiB, the most that is taken for one response: shorten the answers.");
    ApiError::new(StatusCode::PAYLOAD_TOO_LARGE, detail)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    async fn read_as(encoding: &'static str, bytes: Vec<u8>) -> Result<Vec<u8>, u16> {
        let headers = HeaderMap::from_iter([(header::CONTENT_ENCODING, encoding.parse().unwrap())]);
        read(&headers, Body::from(bytes), LIMIT).await.map_err(|error| error.status.as_u16())
    }

    #[tokio::test]
    async fn bodies_up_to_the_limit_are_taken() {
        let most = vec![b' '; LIMIT];
        assert_eq!(read_as("identity", most.clone()).await, Ok(most.clone()));
        assert_eq!(read_as("gzip", gzip(&most)).await, Ok(most));
        assert_eq!(read_as("identity", vec![b' '; LIMIT + 1]).await, Err(413));
        assert_eq!(read_as("identity", vec![b' '; 2 * PATIENCE]).await, Err(413));
    }

    #[tokio::test]
    async fn a_zip_bomb_is_refused_before_it_fills_the_memory() {
        let bomb = gzip(&vec![0; 40 * 1024 * 1024]);
        assert!(bomb.len() < LIMIT, "it arrives as one small body");
        assert_eq!(read_as("gzip", bomb).await, Err(413));
        assert!(matches!(unpack(&gzip(&vec![0; LIMIT + 1]), LIMIT), Err(error) if error.status == 413));
    }

    #[tokio::test]
    async fn encodings_that_are_not_known_or_not_true_are_refused() {
        assert_eq!(read_as("br", b"{}".to_vec()).await, Err(415));
        assert_eq!(read_as("gzip", b"{}".to_vec()).await, Err(400));
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_never_ends_is_given_up() {
        let error = read(&HeaderMap::new(), Body::new(Silence), LIMIT).await.unwrap_err();
        assert_eq!(error.status, StatusCode::REQUEST_TIMEOUT);
    }

    /// A body of which nothing comes.
    struct Silence;

    impl hyper::body::Body for Silence {
        type Data = axum::body::Bytes;
        type Error = std::convert::Infallible;

        fn poll_frame(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Result<hyper::body::Frame<Self::Data>, Self::Error>>> {
            std::task::Poll::Pending
        }
    }
}
