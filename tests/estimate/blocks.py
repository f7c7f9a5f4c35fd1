"""Blocks that several tests use."""

ADS = """\
# Traffic
dau      = 200M user                   | Daily active users
req_rate = 15 request/user/day         | Ad requests per user
peak     = 2.5                         | Peak to mean ratio
qps      = dau * req_rate -> request/s ≈ 34.7k       | Mean requests per second
qps_peak = qps * peak -> request/s ≈ 86.8k           | Peak requests per second
# Memory
ids      = 2bn row                     | Distinct ids over all tables
width    = 32 dim/row                  | Embedding width
fp16     = 2 byte/dim                  | Bytes per value
emb      = ids * width * fp16 -> GB ≈ 128            | Embedding memory
hnsw     = 1bn vector * (1 kB/vector + 64 link/vector * 4 byte/link) -> TB ≈ 1.26 | Graph index over ads
ivfpq    = 1bn vector * 72 byte/vector -> GB ≈ 72    | Compressed index over ads
choose index = "HNSW in memory" if hnsw < 512 GB; "IVF-PQ in memory" if ivfpq < 256 GB; else "sharded on SSD" | Index
assert emb < 640 GB                    | fits one host
"""

DINNER = """\
dau        = 20M user                  | Daily active users
lists      = 6 request/user/day        | Restaurant lists opened
shown      = 40 prediction/request     | Times on one list
peak       = 4                         | Dinner peak to daily mean
qps_peak   = dau * lists * peak -> request/s ≈ 5.56k       | List requests at peak
preds_peak = qps_peak * shown -> prediction/s ≈ 222k       | Predictions at peak
tree_cost  = 20 us*core/prediction     | 300 shallow trees, batched (assumed; measure yours)
util       = 60%                       | Target utilization
cores      = ceil(preds_peak * tree_cost / util) -> core ≈ 8 | Cores for the model
deep_cost  = 2 ms*core/prediction      | A small sequence model on a core (assumed)
deep       = ceil(preds_peak * deep_cost / util) -> core ≈ 741 | Cores for the deep model
choose model = "trees in the request" if deep > 100 core; else "sequence model in the request" | What fits
assert cores < 100 core
"""
