// Runs inside every environment of a .NET class library, on .NET Core 3.1 and newer, without packages of its own.
// It finds the handler Assembly::Type::Method, speaks the Runtime API, and follows AWS's own host in handler rules,
// log lines and error shapes. Written in C# 7, so that every compiler of an SDK takes it.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace Lambdeck
{
    public static class Host
    {
        private static readonly HttpClient Client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        private static readonly string Api = "http://" + Variable("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/";
        internal static string RequestId = "";

        public static int Main()
        {
            Logs.Replace();
            Handler handler;
            try
            {
                handler = Handler.Find(Variable("_HANDLER"), Variable("LAMBDA_TASK_ROOT"));
            }
            catch (Exception error)
            {
                var told = Handler.Cause(error);
                Console.Error.WriteLine(told);
                Post("init/error", Errors.Document(told), told.GetType().Name);
                return 1;
            }
            while (true) Next(handler);
        }

        private static void Next(Handler handler)
        {
            var next = Client.GetAsync(Api + "invocation/next").GetAwaiter().GetResult();
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var header in next.Headers) headers[header.Key] = string.Join(",", header.Value);
            var body = next.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
            RequestId = headers["Lambda-Runtime-Aws-Request-Id"];
            string trace;
            headers.TryGetValue("Lambda-Runtime-Trace-Id", out trace);
            Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", trace);
            try
            {
                var answer = handler.Call(body, headers);
                var content = new ByteArrayContent(answer);
                content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
                Send("invocation/" + RequestId + "/response", content);
            }
            catch (Exception error)
            {
                var told = Handler.Cause(error);
                Console.Error.WriteLine(told);
                Post("invocation/" + RequestId + "/error", Errors.Document(told), told.GetType().Name);
            }
            RequestId = "";
        }

        private static void Post(string path, string document, string type)
        {
            var content = new StringContent(document, Encoding.UTF8, "application/vnd.aws.lambda.error+json");
            content.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", type);
            Send(path, content);
        }

        private static void Send(string path, HttpContent content)
        {
            using (var answer = Client.PostAsync(Api + path, content).GetAwaiter().GetResult())
            {
                answer.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
            }
        }

        internal static string Variable(string name)
        {
            return Environment.GetEnvironmentVariable(name) ?? "";
        }
    }

    /// <summary>A handler string that names nothing that can be called.</summary>
    public sealed class LambdaValidationException : Exception
    {
        public LambdaValidationException(string message) : base(message) { }
    }

    internal sealed class Handler
    {
        private const string Core = "Amazon.Lambda.Core.";
        private readonly object instance;
        private readonly MethodInfo method;
        private readonly object serializer;

        private Handler(object instance, MethodInfo method, object serializer)
        {
            this.instance = instance;
            this.method = method;
            this.serializer = serializer;
        }

        public static Handler Find(string text, string taskRoot)
        {
            var parts = text.Split(new[] { "::" }, StringSplitOptions.None);
            if (parts.Length != 3 || parts.Any(part => part.Trim() == ""))
            {
                throw new LambdaValidationException("Invalid lambda function handler: '" + text + "'. The valid format is 'ASSEMBLY::TYPE::METHOD'.");
            }
            var file = Path.Combine(taskRoot, parts[0] + ".dll");
            if (!File.Exists(file))
            {
                throw new LambdaValidationException("Could not find the specified handler assembly with the file name '" + parts[0] + "'. The assembly should be located in the root of your uploaded .zip file.");
            }
            var found = new AssemblyDependencyResolver(file);
            AssemblyLoadContext.Default.Resolving += (context, name) =>
            {
                var place = found.ResolveAssemblyToPath(name) ?? Path.Combine(taskRoot, name.Name + ".dll");
                return File.Exists(place) ? context.LoadFromAssemblyPath(place) : null;
            };
            AssemblyLoadContext.Default.ResolvingUnmanagedDll += (assembly, name) =>
            {
                var place = found.ResolveUnmanagedDllToPath(name);
                return place == null ? IntPtr.Zero : System.Runtime.InteropServices.NativeLibrary.Load(place);
            };
            var library = AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
            var type = library.GetType(parts[1]);
            if (type == null)
            {
                throw new LambdaValidationException("Unable to load type '" + parts[1] + "' from assembly '" + parts[0] + "'.");
            }
            var method = Choose(type, parts);
            var serializer = Serializer(method) ?? Serializer(library);
            var instance = method.IsStatic ? null : Activator.CreateInstance(type);
            return new Handler(instance, method, serializer);
        }

        private static MethodInfo Choose(Type type, string[] parts)
        {
            const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
            var named = type.GetMethods(Any).Where(entry => entry.Name == parts[2]).ToList();
            var where = "Unable to find method '" + parts[2] + "' in type '" + parts[1] + "' from assembly '" + parts[0] + "': ";
            if (named.Count == 0) throw new LambdaValidationException(where + "Found no methods matching method name '" + parts[2] + "'.");
            if (named.Count > 1) throw new LambdaValidationException(where + "Found multiple methods matching method name '" + parts[2] + "'.");
            var wanted = named[0].GetParameters();
            if (wanted.Length > 2 || (wanted.Length == 2 && !IsContext(wanted[1].ParameterType)))
            {
                throw new LambdaValidationException(where + "A handler takes an input and an ILambdaContext at most.");
            }
            return named[0];
        }

        private static bool IsContext(Type type)
        {
            return type.FullName == Core + "ILambdaContext";
        }

        private static object Serializer(ICustomAttributeProvider on)
        {
            var attribute = on.GetCustomAttributes(false).FirstOrDefault(entry => entry.GetType().FullName == Core + "LambdaSerializerAttribute");
            if (attribute == null) return null;
            return Activator.CreateInstance((Type)attribute.GetType().GetProperty("SerializerType").GetValue(attribute));
        }

        public byte[] Call(byte[] body, IDictionary<string, string> headers)
        {
            var arguments = new List<object>();
            foreach (var parameter in method.GetParameters())
            {
                if (IsContext(parameter.ParameterType)) arguments.Add(ContextProxy.Make(parameter.ParameterType, headers));
                else arguments.Add(Read(body, parameter.ParameterType));
            }
            var type = method.ReturnType;
            var result = method.Invoke(instance, arguments.ToArray());
            var task = result as Task;
            if (task != null)
            {
                task.GetAwaiter().GetResult();
                type = type.IsGenericType ? type.GetGenericArguments()[0] : typeof(void);
                result = type == typeof(void) ? null : task.GetType().GetProperty("Result").GetValue(task);
            }
            if (type == typeof(void)) return new byte[0];
            return Write(result, type);
        }

        private object Read(byte[] body, Type type)
        {
            if (typeof(Stream).IsAssignableFrom(type)) return new MemoryStream(body);
            if (serializer == null) throw Missing(type);
            return SerializerMethod("Deserialize").MakeGenericMethod(type).Invoke(serializer, new object[] { new MemoryStream(body) });
        }

        private byte[] Write(object result, Type type)
        {
            var output = new MemoryStream();
            var stream = result as Stream;
            if (stream != null)
            {
                if (stream.CanSeek) stream.Position = 0;
                stream.CopyTo(output);
            }
            else if (serializer == null) throw Missing(type);
            else SerializerMethod("Serialize").MakeGenericMethod(type).Invoke(serializer, new object[] { result, output });
            return output.ToArray();
        }

        private MethodInfo SerializerMethod(string name)
        {
            return serializer.GetType().GetInterfaces().First(entry => entry.FullName == Core + "ILambdaSerializer").GetMethod(name);
        }

        private LambdaValidationException Missing(Type type)
        {
            return new LambdaValidationException("Could not find a serializer for the type '" + type.FullName + "'. Give the assembly or the method a LambdaSerializer attribute, or use a Stream.");
        }

        /// <summary>The function's own error under the wrappers of reflection and tasks.</summary>
        public static Exception Cause(Exception error)
        {
            while ((error is TargetInvocationException || error is AggregateException) && error.InnerException != null) error = error.InnerException;
            return error;
        }
    }

    /// <summary>ILambdaContext, ILambdaLogger and IClientContext, made against the function's own Amazon.Lambda.Core.</summary>
    public class ContextProxy : DispatchProxy
    {
        private Func<MethodInfo, object[], object> answer;

        public static object Make(Type context, IDictionary<string, string> headers)
        {
            var deadline = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(headers["Lambda-Runtime-Deadline-Ms"]));
            string client;
            headers.TryGetValue("Lambda-Runtime-Client-Context", out client);
            string tenant;
            headers.TryGetValue("Lambda-Runtime-Aws-Tenant-Id", out tenant);
            return Create(context, (method, arguments) =>
            {
                switch (method.Name)
                {
                    case "get_AwsRequestId": return headers["Lambda-Runtime-Aws-Request-Id"];
                    case "get_InvokedFunctionArn": return headers["Lambda-Runtime-Invoked-Function-Arn"];
                    case "get_FunctionName": return Host.Variable("AWS_LAMBDA_FUNCTION_NAME");
                    case "get_FunctionVersion": return Host.Variable("AWS_LAMBDA_FUNCTION_VERSION");
                    case "get_LogGroupName": return Host.Variable("AWS_LAMBDA_LOG_GROUP_NAME");
                    case "get_LogStreamName": return Host.Variable("AWS_LAMBDA_LOG_STREAM_NAME");
                    case "get_MemoryLimitInMB": return int.Parse(Host.Variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"));
                    case "get_RemainingTime": return deadline - DateTimeOffset.UtcNow;
                    case "get_TenantId": return tenant;
                    case "get_TraceId": return Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");
                    case "get_Logger": return Create(method.ReturnType, Log);
                    case "get_ClientContext": return client == null ? null : Create(method.ReturnType, ClientContext(client));
                    default: return null;
                }
            });
        }

        private static Func<MethodInfo, object[], object> ClientContext(string json)
        {
            var root = JsonDocument.Parse(json).RootElement;
            return (method, arguments) =>
            {
                var name = method.Name == "get_Custom" ? "custom" : method.Name == "get_Environment" ? "env" : "";
                JsonElement found;
                if (name == "" || !root.TryGetProperty(name, out found)) return null;
                return found.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.ToString());
            };
        }

        private static object Log(MethodInfo method, object[] arguments)
        {
            // Log(message), LogLine(message), Log(level, message) and their kin with arguments.
            var texts = arguments.Where(entry => entry is string).Cast<string>().ToList();
            var hasLevel = texts.Count > 1 && method.GetParameters()[0].Name == "level";
            var level = hasLevel ? texts[0] : method.Name.StartsWith("Log") && method.Name.Length > 3 && method.Name != "LogLine" ? method.Name.Substring(3) : "info";
            Logs.Line(Logs.Short(level), texts.Count == 0 ? "" : texts[hasLevel ? 1 : 0]);
            return null;
        }

        private static object Create(Type type, Func<MethodInfo, object[], object> answer)
        {
            var create = typeof(DispatchProxy).GetMethods().First(entry => entry.Name == "Create" && entry.IsGenericMethod && entry.GetGenericArguments().Length == 2);
            var made = create.MakeGenericMethod(type, typeof(ContextProxy)).Invoke(null, null);
            ((ContextProxy)made).answer = answer;
            return made;
        }

        protected override object Invoke(MethodInfo method, object[] arguments)
        {
            return answer(method, arguments ?? new object[0]);
        }
    }

    /// <summary>Console lines as AWS writes them: time, request id, level, message.</summary>
    internal static class Logs
    {
        private static readonly Stream Output = Console.OpenStandardOutput();
        private static readonly bool IsPlain = Host.Variable("AWS_LAMBDA_HANDLER_LOG_FORMAT").Equals("Unformatted", StringComparison.OrdinalIgnoreCase);

        public static void Replace()
        {
            Console.SetOut(new LineWriter("info"));
            Console.SetError(new LineWriter("fail"));
        }

        public static void Line(string level, string message)
        {
            var time = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ");
            var text = IsPlain ? message : time + "\t" + Host.RequestId + "\t" + level + "\t" + message;
            var bytes = Encoding.UTF8.GetBytes(text.Replace("\n", IsPlain ? "\n" : "\r") + "\n");
            lock (Output)
            {
                Output.Write(bytes, 0, bytes.Length);
                Output.Flush();
            }
        }

        public static string Short(string level)
        {
            switch (level.ToLowerInvariant())
            {
                case "trace": return "trce";
                case "debug": return "dbug";
                case "warning": return "warn";
                case "error": return "fail";
                case "critical": return "crit";
                case "information": return "info";
                default: return level.ToLowerInvariant();
            }
        }

        private sealed class LineWriter : TextWriter
        {
            private readonly string level;
            private readonly StringBuilder line = new StringBuilder();

            public LineWriter(string level)
            {
                this.level = level;
            }

            public override Encoding Encoding
            {
                get { return Encoding.UTF8; }
            }

            public override void Write(char value)
            {
                lock (line)
                {
                    if (value != '\n')
                    {
                        line.Append(value);
                        return;
                    }
                    Line(level, line.ToString().TrimEnd('\r'));
                    line.Clear();
                }
            }

            public override void WriteLine(string value)
            {
                // One call is one event, whatever line breaks it has.
                lock (line)
                {
                    Line(level, line + (value ?? "").TrimEnd());
                    line.Clear();
                }
            }

            public override void WriteLine(object value)
            {
                WriteLine(value == null ? "" : value.ToString());
            }
        }
    }

    internal static class Errors
    {
        public static string Document(Exception error)
        {
            using (var bytes = new MemoryStream())
            {
                using (var json = new Utf8JsonWriter(bytes)) Write(json, error, 0);
                return Encoding.UTF8.GetString(bytes.ToArray());
            }
        }

        private static void Write(Utf8JsonWriter json, Exception error, int depth)
        {
            json.WriteStartObject();
            json.WriteString("errorType", error.GetType().Name);
            json.WriteString("errorMessage", error.Message);
            json.WriteStartArray("stackTrace");
            foreach (var frame in Frames(error)) json.WriteStringValue(frame);
            json.WriteEndArray();
            if (error.InnerException != null && depth < 20)
            {
                json.WritePropertyName("cause");
                Write(json, error.InnerException, depth + 1);
            }
            json.WriteEndObject();
        }

        private static IEnumerable<string> Frames(Exception error)
        {
            if (error is LambdaValidationException || error.StackTrace == null) return new string[0];
            return error.StackTrace.Split('\n').Select(frame => frame.Trim())
                .Where(frame => frame != "" && !frame.StartsWith("--- ") && !frame.StartsWith("at Lambdeck.") && !frame.StartsWith("at System.Reflection.") && !frame.StartsWith("at System.RuntimeMethodHandle."));
        }
    }
}
