"""python azure_functions.py <port>: serves the function of function_app.py, in the place of the Azure Functions host."""

import os
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import azure.functions as func

sys.path.insert(0, os.getcwd())
from function_app import app  # noqa: E402

[function] = app.get_functions()
[trigger] = [binding for binding in function.get_bindings() if binding.type == "httpTrigger"]


class Host(BaseHTTPRequestHandler):
    def handle_any(self):
        if self.command not in [method.value for method in trigger.methods]:
            return self.send_error(405)
        body = b"".join(self.chunks())
        request = func.HttpRequest(method=self.command, url=self.path, headers=dict(self.headers), body=body)
        response = function.get_user_function()(**{trigger.name: request})
        self.send_response(response.status_code)
        for name, value in response.headers.items():
            self.send_header(name, value)
        content = response.get_body()
        if response.status_code != 204:
            self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = handle_any

    def chunks(self):
        if self.headers.get("transfer-encoding") != "chunked":
            yield self.rfile.read(int(self.headers.get("content-length", 0)))
            return
        while size := int(self.rfile.readline(), 16):
            yield self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Host).serve_forever()
