#!/usr/bin/env python3
"""Receives Casewire's webhooks: repeats the challenge, refuses what is not signed, prints each message once (type, subject, title).

    SECRET=whsec_… PORT=9000 python3 receive.py
"""
import base64, hashlib, hmac, json, os, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MOST_BYTES = 1 << 20
KEY = base64.b64decode(os.environ["SECRET"].removeprefix("whsec_"))
seen = set()  # a service that restarts keeps these in its database


def is_signed(headers, body):
    stamp = headers.get("webhook-timestamp", "")
    if not stamp.isdigit() or abs(time.time() - int(stamp)) > 300:
        return False
    signed = f"{headers.get('webhook-id', '')}.{stamp}.".encode() + body
    expected = b"v1," + base64.b64encode(hmac.new(KEY, signed, hashlib.sha256).digest())
    # two during a rotation
    given = headers.get("webhook-signature", "").encode("latin-1", "replace").split()
    return any(hmac.compare_digest(expected, one) for one in given)


class Receiver(BaseHTTPRequestHandler):
    timeout = 15

    def do_POST(self):
        length = int(self.headers.get("content-length", 0))
        if not 0 < length <= MOST_BYTES:
            return self.answer(413)
        body = self.rfile.read(length)
        if not is_signed(self.headers, body):
            return self.answer(401)
        message = json.loads(body)
        if message["type"] == "casewire.endpoint.verification.v1":
            return self.answer(200, message["data"]["challenge"].encode())
        self.answer(204)  # first: whoever sends waits 15 seconds
        if self.headers["webhook-id"] not in seen:
            seen.add(self.headers["webhook-id"])
            event = message["data"]["event"]
            about = event.get("case") or event.get("obligation") or event.get("task") or event.get("document") or {}
            print(message["type"], message["data"]["subject"], about.get("title") or "", flush=True)

    def answer(self, status, body=b""):
        self.send_response(status)
        if status != 204:
            self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer((os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", 9000))), Receiver)
print("listening on", server.server_port, flush=True)
server.serve_forever()
