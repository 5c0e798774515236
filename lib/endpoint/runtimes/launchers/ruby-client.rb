# frozen_string_literal: true

# Runs inside every Ruby environment, on Ruby 2.5 and newer, without dependencies: one file, shipped as it is.
#
# Protocol: see framing.ts. Behaviour follows AWS's Ruby runtime: handler loading, logging, error shapes.
require 'json'
require 'logger'
require 'stringio'

# The two sockets to the endpoint and what travels over them.
module Lambdeck
  LAUNCH, INVOKE, READY, INIT_ERROR, ANSWER, ERROR = 1, 2, 10, 11, 12, 13
  LOG_EVENT, LOG_OUTPUT, LOG_ERRORS = 1, 2, 3
  RESPONSE_BYTES_MAX = 6_291_556
  LOG_BYTES_MAX = 1024 * 1024
  PAGE_BYTES = 4096
  Frame = Struct.new(:kind, :header, :body)

  # An error on its way to the caller, in the shape that AWS gives it.
  class Failure
    attr_reader :document, :original

    def initialize(original, classification)
      @original = original
      @document = {
        errorMessage: original.message.dup.force_encoding('UTF-8').scrub,
        errorType: "#{classification}<#{original.class}>",
        stackTrace: frames(original).map { |line| Lambdeck.displayed(line) }
      }
    end

    # After these the function's code is taken to be broken: the process ends, as AWS's does.
    def critical?
      !original.is_a?(StandardError) || original.is_a?(NameError)
    end

    private

    def frames(error)
      lines = (error.backtrace_locations || error.backtrace || []).first(100).map(&:to_s)
      lines.take_while { |line| !line.start_with?(__FILE__) }
    end
  end

  class << self
    attr_accessor :request_id, :tenant_id, :task_root, :log_format

    def open
      @control = IO.for_fd(3, 'r+b', autoclose: false)
      @log = IO.for_fd(4, 'r+b', autoclose: false)
      [@control, @log].each do |socket|
        socket.sync = true
        # Child processes of the function talk through the standard descriptors, not through ours.
        socket.close_on_exec = true
      end
      @lock = Mutex.new
      @frames = Queue.new
      Thread.new { read_frames }
    end

    def take
      @frames.pop
    end

    def send_frame(kind, header, body = '')
      head = JSON.generate(header.merge(rss: resident_bytes)).b
      bytes = body.b
      @control.write([5 + head.bytesize + bytes.bytesize, kind, head.bytesize].pack('NCN') + head + bytes)
    end

    def log(kind, text)
      bytes = text.to_s.b
      start = 0
      loop do
        part = bytes.byteslice(start, LOG_BYTES_MAX)
        frame = [1 + part.bytesize, start.zero? ? kind : LOG_OUTPUT].pack('NC') + part
        # A signal handler may log while the lock is already its own.
        @lock.owned? ? @log.write(frame) : @lock.synchronize { @log.write(frame) }
        start += LOG_BYTES_MAX
        break if start >= bytes.bytesize
      end
    end

    # Where /var/task is not a real path, traces show it all the same.
    def displayed(text)
      text.gsub(task_root.to_s, '/var/task')
    end

    private

    # A handler that never returns must still end when the endpoint is gone.
    def read_frames
      loop { @frames << read_frame }
    ensure
      Process.kill(:KILL, Process.pid)
    end

    def read_frame
      length = exactly(4).unpack1('N')
      record = exactly(length)
      kind, header_length = record.unpack('CN')
      header = JSON.parse(record.byteslice(5, header_length).force_encoding('UTF-8'))
      Frame.new(kind, header, record.byteslice(5 + header_length, length))
    end

    def exactly(count)
      bytes = @control.read(count)
      raise EOFError if bytes.nil? || bytes.bytesize < count

      bytes
    end

    def resident_bytes
      File.read('/proc/self/statm').split[1].to_i * PAGE_BYTES
    rescue SystemCallError
      0
    end
  end

  # stdout and stderr of the function, in order with its log records.
  module Output
    def self.replace(stream, kind)
      stream.sync = true
      stream.define_singleton_method(:write) do |*parts|
        text = parts.join
        Lambdeck.log(kind, text)
        text.bytesize
      end
    end
  end

  # Where loggers of stdout and stderr write: one record is one log event, whatever line breaks it has.
  class EventDevice
    def write(text)
      Lambdeck.log(LOG_EVENT, text)
    end

    def close; end

    def reopen(*); end
  end

  # AWS's line: the default of Ruby with the request id in it.
  class TextFormatter < Logger::Formatter
    def call(severity, time, progname, message)
      format(
        "%<initial>s, [%<time>s #%<pid>d] %<severity>5s %<id>s -- %<progname>s: %<message>s\n",
        initial: severity[0], time: time.strftime('%Y-%m-%dT%H:%M:%S.%6N'), pid: Process.pid, severity: severity,
        id: Lambdeck.request_id, progname: progname, message: msg2str(message)
      ).encode('UTF-8', invalid: :replace, undef: :replace)
    end
  end

  # Records for functions whose log format is JSON.
  class JsonFormatter < Logger::Formatter
    def call(severity, time, progname, message)
      record = {
        timestamp: time.utc.strftime('%Y-%m-%dT%H:%M:%S.%6NZ'), level: severity,
        message: message.is_a?(Exception) ? message.message : msg2str(message),
        requestId: Lambdeck.request_id, logger: progname
      }
      record[:tenantId] = Lambdeck.tenant_id if Lambdeck.tenant_id
      if message.is_a?(Exception)
        record[:errorType] = message.class.to_s
        record[:errorMessage] = message.message
        record[:stackTrace] = Array(message.backtrace)
      end
      "#{JSON.generate(record.compact)}\n"
    end
  end

  # Loggers of the function that would write to stdout or stderr write events instead.
  module LoggerPatch
    def initialize(device = nil, *rest, level: nil, formatter: nil, **more)
      is_ours = device.nil? || [$stdout, $stderr].include?(device)
      is_json = Lambdeck.log_format == 'JSON'
      wanted = level || (is_json ? LEVELS.fetch(ENV.fetch('AWS_LAMBDA_LOG_LEVEL', 'INFO'), 'INFO') : 'DEBUG')
      super(is_ours ? EventDevice.new : device, *rest, level: wanted, formatter: formatter, **more)
      @default_formatter = is_json ? JsonFormatter.new : TextFormatter.new if is_ours
    end
    LEVELS = { 'TRACE' => 'DEBUG', 'DEBUG' => 'DEBUG', 'WARN' => 'WARN', 'ERROR' => 'ERROR', 'FATAL' => 'FATAL' }.freeze
  end

  # What `file.method` and `file.Class.method` name.
  class Handler
    def initialize(text)
      parts = text.split('.')
      unless [2, 3].include?(parts.size)
        raise ArgumentError, "Invalid handler #{parts}, must be of form FILENAME.METHOD or FILENAME.CLASS.METHOD " \
                             'where FILENAME corresponds with an existing Ruby source file FILENAME.rb, CLASS is an ' \
                             'optional module/class namespace and METHOD is a callable method. If using CLASS, ' \
                             'METHOD must be a class-level method.'
      end
      @file, @method = parts.first, parts.last
      @class_name = parts[1] if parts.size == 3
    end

    def load
      require @file
    end

    def call(event, context)
      receiver = @class_name ? Kernel.const_get(@class_name) : TOPLEVEL_BINDING.receiver
      AwsLambda::Marshaller.marshall_response(receiver.__send__(@method, event: event, context: context))
    end
  end

  # The process: becomes one function and answers its invocations.
  class Client
    def run
      Lambdeck.open
      Output.replace($stdout, LOG_OUTPUT)
      Output.replace($stderr, LOG_ERRORS)
      loop do
        frame = Lambdeck.take
        case frame.kind
        when LAUNCH then start(frame.header)
        when INVOKE then invoke(frame)
        end
      end
    end

    private

    def start(launch)
      Lambdeck.task_root = launch['taskRoot']
      Lambdeck.log_format = launch['logFormat']
      Logger.prepend(LoggerPatch)
      Dir.chdir(Lambdeck.task_root)
      $LOAD_PATH.unshift(Lambdeck.task_root) unless $LOAD_PATH.include?(Lambdeck.task_root)
      @handler = Handler.new(launch['handler'])
      @handler.load
      Lambdeck.send_frame(READY, {})
    rescue Exception => error # rubocop:disable Lint/RescueException -- a function may fail by anything
      fail_with(INIT_ERROR, nil, Failure.new(error, 'Init'), 'Init error when loading handler ')
      exit!(252)
    end

    def invoke(frame)
      Lambdeck.request_id = frame.header['id']
      Lambdeck.tenant_id = frame.header['tenantId']
      frame.header['traceId'] ? ENV['_X_AMZN_TRACE_ID'] = frame.header['traceId'] : ENV.delete('_X_AMZN_TRACE_ID')
      event = AwsLambda::Marshaller.marshall_request(RawRequest.new(frame.body))
      answer, = @handler.call(event, LambdaContext.new(frame.header))
      answer = answer.read if answer.respond_to?(:read)
      answered(frame, answer.to_s)
    rescue Exception => error # rubocop:disable Lint/RescueException -- a function may fail by anything
      failed(frame, Failure.new(error, 'Function'))
    ensure
      Lambdeck.request_id = nil
    end

    def answered(frame, answer)
      id = frame.header['id']
      return Lambdeck.send_frame(ANSWER, { id: id }, answer) if answer.bytesize <= RESPONSE_BYTES_MAX

      document = {
        errorMessage: "Response payload size exceeded maximum allowed payload size (#{RESPONSE_BYTES_MAX} bytes).",
        errorType: 'Function.ResponseSizeTooLarge'
      }
      Lambdeck.send_frame(ERROR, { id: id, errorType: document[:errorType] }, JSON.generate(document))
    end

    def failed(frame, failure)
      said = failure.critical? ? 'Critical exception from handler' : 'Error raised from handler method'
      fail_with(ERROR, frame.header['id'], failure, said)
      exit!(255) if failure.critical?
    end

    def fail_with(kind, id, failure, said)
      Lambdeck.log(LOG_OUTPUT, "#{said}\n")
      Lambdeck.log(LOG_EVENT, "#{JSON.pretty_generate(failure.document)}\n")
      header = { errorType: failure.document[:errorType], fatal: failure.critical? || kind == INIT_ERROR }
      header[:id] = id if id
      Lambdeck.send_frame(kind, header, JSON.generate(failure.document))
    end
  end

  # What a function's own marshaller may ask of a request.
  class RawRequest
    attr_reader :body

    def initialize(body)
      @body = body.dup.force_encoding('UTF-8')
    end

    def [](name)
      name.to_s.casecmp?('content-type') ? 'application/json' : nil
    end
  end
end

# Functions may replace these two methods to read and write events in their own way.
module AwsLambda
  class Marshaller
    class << self
      def marshall_request(raw_request)
        raw_request.body.empty? ? {} : JSON.parse(raw_request.body)
      end

      def marshall_response(response)
        case response
        when StringIO, IO then [response, 'application/unknown']
        else response.to_json
        end
      end
    end
  end
end

# Second argument of a handler.
class LambdaContext
  attr_reader :aws_request_id, :invoked_function_arn, :log_group_name, :log_stream_name, :function_name,
              :memory_limit_in_mb, :function_version, :identity, :client_context, :deadline_ms, :tenant_id

  def initialize(header)
    @aws_request_id = header['id']
    @tenant_id = header['tenantId']
    @invoked_function_arn = header['arn']
    @deadline_ms = header['deadlineMs'].to_i
    @log_group_name = ENV['AWS_LAMBDA_LOG_GROUP_NAME']
    @log_stream_name = ENV['AWS_LAMBDA_LOG_STREAM_NAME']
    @function_name = ENV['AWS_LAMBDA_FUNCTION_NAME']
    @memory_limit_in_mb = ENV['AWS_LAMBDA_FUNCTION_MEMORY_SIZE']
    @function_version = ENV['AWS_LAMBDA_FUNCTION_VERSION']
    @client_context = JSON.parse(header['clientContext']) if header['clientContext']
  end

  def get_remaining_time_in_millis
    [@deadline_ms - (Time.now.to_f * 1000).to_i, 0].max
  end
end

# What `puts` is given is one log event.
module Kernel
  def puts(*arguments)
    text = arguments.flatten.map { |argument| argument.to_s.encode('UTF-8', invalid: :replace, undef: :replace) }.join("\n")
    Lambdeck.log(Lambdeck::LOG_EVENT, "#{text}\n")
    nil
  end
end

Lambdeck::Client.new.run
