//! Serves a collector with some answers on a port, to be looked at: `cargo run -p sada-collector --example look -- sada.db 8090`.

use sada_collector::{Collector, Config};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let database = arguments.next().ok_or("which database?")?;
    let port: u16 = arguments.next().ok_or("which port?")?.parse()?;
    let collector = Collector::open(Config::new(([127, 0, 0, 1], port).into(), database.into())).await?;
    std::fs::write("/tmp/look-password", collector.new_password().unwrap_or_default())?;
    collector.run(std::future::pending()).await;
    Ok(())
}
