"""nginx for the mirror: the same ETag, compression, languages and problems as the live answers have. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from api.parameters import DEFAULT_LIMIT
from api.problems import NOT_FOUND
from api.responses import CACHE_CONTROL, FOREVER

INDEX = "index.json"
_NEXT_PAGE = re.compile(rf"limit={DEFAULT_LIMIT}&cursor=([\w-]+)", re.ASCII)

# A content coding that the client takes (RFC 9110 §12.5.3): named, and not with q=0.
_TAKEN = r"\|(.*,)?\s*{name}\s*(;\s*q=(1(\.0*)?|0?\.[0-9]*[1-9][0-9]*))?\s*(,|$)"


def page_file(query: str) -> str:
    """The name of the file for a query: of none, or of a further page of a list. Raises ValueError for another."""
    if not query:
        return INDEX
    match = _NEXT_PAGE.fullmatch(query)
    if match is None:
        raise ValueError(f"no file has an address with the query {query!r}")
    return f"page-{match[1]}.json"


def server_configuration(folder: Path, versions: Mapping[str, str]) -> dict[str, str]:
    """The files of the configuration, by name: `nginx.http.conf`, `nginx.server.conf` and `versions.map`.

    `versions` has for each file, from the root of the mirror, its version and the codings that it has beside it.
    """
    known = "".join(f"{_quoted(path)} {_quoted(entry)};\n" for path, entry in sorted(versions.items()))
    return {
        "versions.map": known,
        "nginx.http.conf": _http(folder),
        "nginx.server.conf": _SERVER.replace("FOLDER", _quoted(str(folder))).replace("NOT_FOUND", _not_found()),
    }


def _quoted(text: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


def _not_found() -> str:
    detail = "There is nothing at this address. This is a mirror: searches and the change feed are not in it."
    body = {"type": NOT_FOUND.uri, "title": NOT_FOUND.title, "status": NOT_FOUND.status.value, "detail": detail}
    return json.dumps(body)


def _http(folder: Path) -> str:
    return (
        _HTTP.replace("VERSIONS", _quoted(str(folder / "versions.map")))
        .replace("LIMIT", str(DEFAULT_LIMIT))
        .replace("BROTLI", _TAKEN.format(name="br"))
        .replace("GZIP", _TAKEN.format(name="gzip"))
        .replace("FOREVER", FOREVER)
        .replace("CACHE_CONTROL", CACHE_CONTROL)
    )


_HTTP = r"""# Made by `manage.py export_content`. Include it in the http block of nginx, and reload after each export.

map_hash_max_size 1048576;
map_hash_bucket_size 1024;

# The file of a request: only the addresses that the API itself hands out.
map $args $plexus_page {
    "" "index.json";
    "~^limit=LIMIT&cursor=([A-Za-z0-9_-]+)$" "page-$1.json";
    default "none";
}
# Its version, and the compressions that lie beside it.
map "$uri$plexus_page" $plexus_entry {
    default "";
    include VERSIONS;
}
map $plexus_entry $plexus_version {
    default "";
    "~^([0-9a-f]{64})" $1;
}
map "$plexus_entry|$http_accept_encoding" $plexus_coding {
    default "";
    "~*^[0-9a-f]{64}.* br.*BROTLI" "br";
    "~*^[0-9a-f]{64}.* gzip.*GZIP" "gzip";
}
map $plexus_coding $plexus_suffix {
    default "";
    "br" ".br";
    "gzip" ".gz";
}
map "$plexus_version|$plexus_coding" $plexus_etag {
    default "";
    "~^([0-9a-f]{64})\|$" "\"$1\"";
    "~^([0-9a-f]{64})\|(.+)$" "\"$1-$2\"";
}
# Whether the client has these bytes, in whatever compression.
map "$plexus_version|$http_if_none_match" $plexus_known {
    default 0;
    "~^([0-9a-f]{64})\|(.*,)?\s*(W/)?\"\1(-br|-gzip)?\"\s*(,|$)" 1;
    "~^[0-9a-f]{64}\|\s*\*\s*$" 1;
}
map $plexus_entry $plexus_vary {
    default "";
    "~ " "Accept-Encoding";
}
map $uri $plexus_language {
    default "";
    "~^/api/v1/([A-Za-z0-9-]+)/(conditions|bundle|labels|letters)/" $1;
}
map $uri $plexus_caching {
    default "CACHE_CONTROL";
    "~/bundle/[0-9a-f]{64}/" "FOREVER";
}
"""

_SERVER = r"""# Made by `manage.py export_content`. Include it in a server block of nginx.

location /api/ {
    root FOLDER;
    if ($request_method = OPTIONS) { return 204; }
    if ($uri ~ "[^/]$") { return 308 $uri/$is_args$args; }
    if ($plexus_known) { return 304; }
    gzip off;
    etag off;
    if_modified_since off;
    types { }
    default_type application/json;
    add_header ETag $plexus_etag always;
    add_header Content-Encoding $plexus_coding;
    add_header Content-Language $plexus_language always;
    add_header Vary $plexus_vary always;
    add_header Cache-Control $plexus_caching always;
    add_header Access-Control-Allow-Origin "*" always;
    add_header Access-Control-Expose-Headers "ETag, Content-Language" always;
    add_header Access-Control-Allow-Headers "Accept-Language, If-None-Match" always;
    try_files "${uri}${plexus_page}${plexus_suffix}" @plexus_missing;
}

location @plexus_missing {
    root FOLDER;
    add_header Access-Control-Allow-Origin "*" always;
    add_header Cache-Control "public, max-age=60" always;
    error_page 410 "${uri}gone.json";
    if (-f "${document_root}${uri}gone.json") { return 410; }
    default_type application/problem+json;
    return 404 'NOT_FOUND';
}

location ~ "^/api/.*/gone\.json$" {
    internal;
    root FOLDER;
    types { }
    default_type application/problem+json;
    etag off;
    add_header Access-Control-Allow-Origin "*" always;
    add_header Cache-Control "public, max-age=60" always;
}
"""
