"""Prose against rows."""

from __future__ import annotations

import pytest

from studyguide.estimate import disagreement, evaluate_block, refresh

from .blocks import ADS

ROWS = {
    **evaluate_block(ADS).named,
    **evaluate_block(
        refresh("""\
memory  = 1.5 TB | m
cores   = 8 core | c
rate    = 0.0237 * 1 -> % ≈ 0 | r
share   = 0.0237 | s
latency = 20 ms + 15.2 ms -> ms ≈ 0 | l
logs    = 18 TB/day | g
budget  = 3 hour | b
work    = 20 Tflop/s/gpu | w
cost    = 3.21M dollar/year | d
depth   = 3.0 | d
loss    = 3 - 7 ≈ 0 | l
""")
    ).named,
}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("qps_peak", "86,800 requests per second"),
        ("qps_peak", "86,800"),
        ("qps_peak", "87 thousand"),
        ("qps_peak", "about 90k requests/s"),
        ("qps_peak", "86.8k"),
        ("qps_peak", "7.5 billion requests a day"),
        ("qps_peak", "5.2 million requests per minute"),
        ("dau", "200 million users"),
        ("dau", "200M"),
        ("emb", "128 GB"),
        ("emb", "128"),
        ("emb", "0.13 TB of embeddings"),
        ("emb", "128 gigabytes"),
        ("memory", "1.5 TB"),
        ("memory", "1,500 GB"),
        ("memory", "1.5-TB"),
        ("cores", "8 cores"),
        ("cores", "eight cores"),
        ("cores", "Eight"),
        ("rate", "2.4%"),
        ("rate", "2.4 percent"),
        ("rate", "2.4"),
        ("share", "2.4%"),
        ("share", "0.024"),
        ("latency", "about 35 ms"),
        ("latency", "35 milliseconds at p50"),
        ("latency", "0.035 seconds"),
        ("latency", "p99 of 35 ms"),
        ("logs", "18 TB a day"),
        ("logs", "18 TB"),
        ("logs", "0.75 TB per hour"),
        ("logs", "208 MB/s"),
        ("budget", "three hours"),
        ("budget", "180 minutes"),
        ("work", "20 Tflop/s on one accelerator"),
        ("work", "20 TFLOPs per second"),
        ("cost", "$3.2 million a year"),
        ("depth", "3x"),
        ("depth", "a factor of 3"),
        ("loss", "-4"),
        ("loss", "−4"),
        ("index", "IVF-PQ in memory"),
        ("index", "IVF-PQ  in\nmemory"),
    ],
)
def test_agrees(name: str, text: str) -> None:
    assert disagreement(text, ROWS[name]) is None


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("qps_peak", "86k", "qps_peak is 86.8k request/s"),
        ("qps_peak", "86,000 requests per second", "does not agree"),
        ("qps_peak", "86,800 requests per day", "does not agree"),
        ("qps_peak", "many requests", "holds no number"),
        ("qps_peak", "86,800 ms", "is in ms"),
        ("dau", "200M users a day", "is in day"),
        ("emb", "128 TB", "emb is 128 GB"),
        ("emb", "128 million", "does not agree"),
        ("memory", "1.5%", "is in percent"),
        ("rate", "2.5%", "rate is 2.37%"),
        ("share", "2.4", "does not agree"),
        ("latency", "35 s", "latency is 35.2 ms"),
        ("cores", "nine cores", "cores is 8 core"),
        ("loss", "4", "loss is -4"),
        ("index", "HNSW in memory", 'index is "IVF-PQ in memory"'),
        ("index", "ivf-pq in memory", "not the option chosen"),
    ],
)
def test_disagrees(name: str, text: str, message: str) -> None:
    assert message in (disagreement(text, ROWS[name]) or "")
