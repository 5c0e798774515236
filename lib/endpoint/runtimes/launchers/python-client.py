"""Runs inside every Python environment, on Python 3.6 and newer, without dependencies: one file, shipped as it is.

Protocol: see framing.ts. Behaviour follows AWS's Python runtime: handler loading, logging, error shapes.
"""
import binascii
import importlib
import io
import json
import logging
import os
import re
import select
import signal
import struct
import sys
import threading
import time
import traceback

LAUNCH, INVOKE, READY, INIT_ERROR, ANSWER, ERROR = 1, 2, 10, 11, 12, 13
LOG_EVENT, LOG_OUTPUT, LOG_ERRORS = 1, 2, 3
CONTROL, LOG = 3, 4
RESPONSE_BYTES_MAX = 6291556
# AWS's own words before an error during Init.
UNHANDLED_WARNING = (
    "LAMBDA_WARNING: Unhandled exception. The most likely cause is an issue in the function code. However, in rare "
    "cases, a Lambda runtime update can cause unexpected function behavior. For functions using managed runtimes, "
    "runtime updates can be triggered by a function change, or can be applied automatically. To determine if the "
    "runtime has been updated, check the runtime version in the INIT_START log entry. If this error correlates with a "
    "change in the runtime version, you may be able to mitigate this error by temporarily rolling back to the previous "
    "runtime version. For more information, see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html"
)
LOG_BYTES_MAX = 1024 * 1024


class Client(object):
    """The two sockets to the endpoint."""

    def __init__(self):
        self.request_id = None
        self.tenant_id = None
        self.page_bytes = os.sysconf("SC_PAGE_SIZE")

    def read_exactly(self, count):
        parts = []
        while count > 0:
            part = os.read(CONTROL, min(count, 1 << 20))
            if not part:
                # The endpoint is gone: nobody is left to answer to.
                os.kill(os.getpid(), signal.SIGKILL)
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def receive(self):
        (length,) = struct.unpack(">I", self.read_exactly(4))
        frame = self.read_exactly(length)
        kind, header_length = struct.unpack(">BI", frame[:5])
        header = json.loads(frame[5 : 5 + header_length].decode("utf-8"))
        return kind, header, frame[5 + header_length :]

    def send(self, kind, header, body=b""):
        header["rss"] = self.rss_bytes()
        head = json.dumps(header).encode("utf-8")
        write_all(CONTROL, struct.pack(">IBI", 5 + len(head) + len(body), kind, len(head)) + head + body)

    def log(self, kind, data):
        for start in range(0, max(1, len(data)), LOG_BYTES_MAX):
            part = data[start : start + LOG_BYTES_MAX]
            write_all(LOG, struct.pack(">IB", 1 + len(part), kind if start == 0 else LOG_OUTPUT) + part)

    def log_event(self, text):
        self.log(LOG_EVENT, text.encode("utf-8", "backslashreplace"))

    def rss_bytes(self):
        try:
            with open("/proc/self/statm", "rb") as statm:
                return int(statm.read().split()[1]) * self.page_bytes
        except (OSError, IndexError, ValueError):
            return 0


def write_all(descriptor, data):
    view = memoryview(data)
    while len(view) > 0:
        view = view[os.write(descriptor, view) :]


client = Client()


class OutputStream(io.RawIOBase):
    """stdout and stderr of the function, in order with its log records."""

    def __init__(self, kind):
        self.kind = kind

    def writable(self):
        return True

    def write(self, data):
        client.log(self.kind, bytes(data))
        return len(data)


def replace_output():
    for name, kind in (("stdout", LOG_OUTPUT), ("stderr", LOG_ERRORS)):
        raw = io.BufferedWriter(OutputStream(kind))
        stream = io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", line_buffering=True)
        setattr(sys, name, stream)
        setattr(sys, "__%s__" % name, stream)


def flush_output():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass


class RequestIdFilter(logging.Filter):
    def filter(self, record):
        record.aws_request_id = client.request_id or ""
        return True


class EventHandler(logging.Handler):
    """One logging record is one log event, whatever line breaks it has."""

    def emit(self, record):
        try:
            flush_output()
            client.log_event(self.format(record))
        except Exception:
            self.handleError(record)


STANDARD_FIELDS = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "aws_request_id"}


class JsonFormatter(logging.Formatter):
    def format(self, record):
        seconds = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        fields = {
            "timestamp": "%s.%03dZ" % (seconds, record.created % 1 * 1000),
            "level": record.levelname,
            "message": record.getMessage(),
            "logger": record.name,
        }
        failed = record.exc_info and record.exc_info[0]
        if failed:
            fields["stackTrace"] = traceback.format_tb(record.exc_info[2])
            fields["errorType"] = record.exc_info[0].__name__
            fields["errorMessage"] = str(record.exc_info[1])
        fields["requestId"] = client.request_id
        if failed:
            fields["location"] = "%s:%s:%d" % (record.pathname, record.funcName, record.lineno)
        if client.tenant_id is not None:
            fields["tenantId"] = client.tenant_id
        for name, value in vars(record).items():
            if name not in STANDARD_FIELDS:
                fields[name] = value
        told = {key: value for key, value in fields.items() if value is not None}
        return json.dumps(told, default=str, ensure_ascii=False) + "\n"


def prepare_logging(log_format):
    handler = EventHandler()
    handler.addFilter(RequestIdFilter())
    if log_format == "JSON":
        handler.setFormatter(JsonFormatter())
        level = os.environ.get("AWS_LAMBDA_LOG_LEVEL", "INFO").upper()
        logging.root.setLevel({"TRACE": "DEBUG", "FATAL": "CRITICAL"}.get(level, level))
    else:
        formatter = logging.Formatter(
            "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s\n", "%Y-%m-%dT%H:%M:%S"
        )
        formatter.converter = time.gmtime
        handler.setFormatter(formatter)
    logging.root.addHandler(handler)


class Failure(Exception):
    """An error of the runtime's own, e.g. Runtime.HandlerNotFound."""

    def __init__(self, error_type, message, trace=None):
        Exception.__init__(self, message)
        self.error_type = error_type
        self.trace = trace or []


class Launch(object):
    task_root = "/var/task"
    log_format = "Text"


def displayed(text):
    # Where /var/task is not a real path, traces show it all the same.
    return text.replace(Launch.task_root, "/var/task")


def stack_of(error):
    frames = [
        (frame.filename, frame.lineno, frame.name, frame.line)
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename != __file__
    ]
    return [displayed(line) for line in traceback.format_list(frames)]


def error_document(error, request_id):
    if isinstance(error, Failure):
        error_type, trace = error.error_type, error.trace
    else:
        error_type, trace = type(error).__name__, stack_of(error)
    return {
        "errorMessage": displayed(str(error)),
        "errorType": error_type,
        "requestId": request_id or "",
        "stackTrace": trace,
    }


def log_error(document):
    if Launch.log_format == "JSON":
        record = {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "level": "ERROR",
            "errorMessage": document["errorMessage"],
            "errorType": document["errorType"],
            "requestId": document["requestId"],
            "stackTrace": document["stackTrace"],
        }
        if client.tenant_id is not None:
            record["tenantId"] = client.tenant_id
        client.log_event(json.dumps(record, ensure_ascii=ASCII_ONLY) + "\n")
        return
    message = document["errorMessage"]
    lines = ["[ERROR] %s%s" % (document["errorType"], ": " + message if message else "")]
    lines.append("Traceback (most recent call last):")
    for entry in document["stackTrace"]:
        lines.extend(entry.splitlines())
    # Leading blanks would be lost in the log view. It is one event whatever its line breaks, and ends without one.
    client.log_event("\n".join(with_fixed_indent(line) for line in lines))


def with_fixed_indent(line):
    text = line.lstrip(" ")
    return u"\u00a0" * (len(line) - len(text)) + text


def load_handler(text):
    try:
        module_name, function_name = text.rsplit(".", 1)
    except ValueError as error:
        raise Failure("Runtime.MalformedHandlerName", "Bad handler '%s': %s" % (text, error))
    if module_name.split(".")[0] in sys.builtin_module_names:
        raise Failure(
            "Runtime.BuiltInModuleConflict", "Cannot use built-in module %s as a handler module" % module_name
        )
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        raise Failure("Runtime.ImportModuleError", "Unable to import module '%s': %s" % (module_name, error))
    except SyntaxError as error:
        trace = ['  File "%s" Line %s\n    %s' % (error.filename, error.lineno, error.text)]
        raise Failure(
            "Runtime.UserCodeSyntaxError",
            "Syntax error in module '%s': %s" % (module_name, error),
            [displayed(line) for line in trace],
        )
    try:
        return getattr(module, function_name)
    except AttributeError:
        raise Failure("Runtime.HandlerNotFound", "Handler '%s' missing on module '%s'" % (function_name, module_name))


class Fields(object):
    def __init__(self, names, values):
        for name, source in names:
            setattr(self, name, values.get(source))


class LambdaContext(object):
    def __init__(self, header):
        self.aws_request_id = header["id"]
        self.invoked_function_arn = header["arn"]
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.tenant_id = header.get("tenantId")
        self.identity = Fields((("cognito_identity_id", "cognitoIdentityId"), ("cognito_identity_pool_id", "cognitoIdentityPoolId")), {})
        self._deadline_ms = header["deadlineMs"]
        self.client_context = None
        if header.get("clientContext") is not None:
            given = json.loads(header["clientContext"])
            self.client_context = Fields((("custom", "custom"), ("env", "env"), ("client", "client")), given)
            if self.client_context.client is not None:
                names = ("installation_id", "app_title", "app_version_name", "app_version_code", "app_package_name")
                self.client_context.client = Fields([(name, name) for name in names], self.client_context.client)

    def get_remaining_time_in_millis(self):
        return max(0, int(self._deadline_ms - time.time() * 1000))

    def log(self, message):
        sys.stdout.write(str(message))

    def __repr__(self):
        return "LambdaContext([aws_request_id=%s,function_name=%s])" % (self.aws_request_id, self.function_name)


# From Python 3.12 on, AWS's client writes characters as they are and not as \u escapes.
ASCII_ONLY = sys.version_info < (3, 12)
MARKER = binascii.hexlify(os.urandom(16)).decode("ascii")


def to_json(value):
    """A Decimal keeps its digits, as a float would not: its text takes the place of a marker after encoding."""
    marker, found = "decimal:%s:" % MARKER, []

    def encode_special(special):
        if type(special).__name__ != "Decimal":
            raise TypeError("Object of type %s is not JSON serializable" % type(special).__name__)
        if special.is_nan():
            return float("nan")
        found.append(str(special))
        return "%s%d" % (marker, len(found) - 1)

    text = json.dumps(value, default=encode_special, ensure_ascii=ASCII_ONLY)
    if found:
        text = re.sub('"%s([0-9]+)"' % marker, lambda match: found[int(match.group(1))], text)
    return text.encode("utf-8", "backslashreplace")


def marshal(value):
    if isinstance(value, bytes):
        return value
    try:
        return to_json(value)
    except Exception as error:
        raise Failure("Runtime.MarshalError", "Unable to marshal response: %s" % error)


def fail(kind, header, error, more):
    document = error_document(error, header.get("id"))
    flush_output()
    if kind == INIT_ERROR:
        logging.warning(UNHANDLED_WARNING)
    log_error(document)
    more.update({"id": header.get("id"), "errorType": document["errorType"]})
    client.send(kind, more, to_json(document))


def invoke(handler, header, body):
    client.request_id = header["id"]
    client.tenant_id = header.get("tenantId")
    if header.get("traceId"):
        os.environ["_X_AMZN_TRACE_ID"] = header["traceId"]
    else:
        os.environ.pop("_X_AMZN_TRACE_ID", None)
    try:
        try:
            event = json.loads(body.decode("utf-8")) if body else {}
        except ValueError as error:
            raise Failure("Runtime.UnmarshalError", "Unable to unmarshal input: %s" % error)
        answer = marshal(handler(event, LambdaContext(header)))
    except Exception as error:
        fail(ERROR, header, error, {})
        return
    finally:
        flush_output()
        client.request_id = None
        client.tenant_id = None
    if len(answer) > RESPONSE_BYTES_MAX:
        message = "Response payload size exceeded maximum allowed payload size (%d bytes)." % RESPONSE_BYTES_MAX
        document = {"errorMessage": message, "errorType": "Function.ResponseSizeTooLarge"}
        client.send(ERROR, {"id": header["id"], "errorType": document["errorType"]}, to_json(document))
        return
    client.send(ANSWER, {"id": header["id"]}, answer)


def end_with_endpoint():
    """A handler that never returns must still end when the endpoint is gone."""
    if not hasattr(select, "poll"):
        return
    watch = select.poll()
    watch.register(CONTROL, getattr(select, "POLLRDHUP", 0x2000))
    watch.poll()
    os.kill(os.getpid(), signal.SIGKILL)


def start(header):
    os.environ.clear()
    os.environ.update(header["variables"])
    time.tzset()
    Launch.task_root = header["taskRoot"]
    Launch.log_format = header["logFormat"]
    prepare_logging(Launch.log_format)
    os.chdir(Launch.task_root)
    own = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry for entry in sys.path if entry not in (own, "")]
    opt = os.path.join(header["optRoot"], "python")
    site = os.path.join(opt, "lib", "python%d.%d" % sys.version_info[:2], "site-packages")
    sys.path[0:0] = [Launch.task_root, site, opt]
    try:
        return load_handler(header["handler"])
    except Exception as error:
        fail(INIT_ERROR, {}, error, {"fatal": True})
        flush_output()
        os._exit(1)


def main():
    # Child processes of the function talk through the standard descriptors, not through ours.
    for descriptor in (CONTROL, LOG):
        os.set_inheritable(descriptor, False)
    replace_output()
    threading.Thread(target=end_with_endpoint, daemon=True).start()
    handler = None
    while True:
        kind, header, body = client.receive()
        if kind == LAUNCH:
            handler = start(header)
            flush_output()
            client.send(READY, {})
        elif kind == INVOKE:
            invoke(handler, header, body)


main()
