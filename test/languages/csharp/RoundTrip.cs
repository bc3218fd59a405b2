using System;
using System.IO;
using System.Reflection;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

/// RoundTrip.exe <examples>: prints the message, as JSON, of a body that it cannot read
public static class RoundTrip
{
    public static void Main(string[] arguments)
    {
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        var settings = new JsonSerializerSettings { DateParseHandling = DateParseHandling.None };
        foreach (var line in File.ReadLines(arguments[0]))
        {
            var example = JsonConvert.DeserializeObject<JObject>(line, settings);
            var types = "QuickType." + example["module"] + ".";
            var type = Type.GetType(types + example["type"]);
            var body = example["body"].ToString(Formatting.None);
            var fromJson = type.GetMethod("FromJson");
            var toJson = Type.GetType(types + "Serialize").GetMethod("ToJson");
            try
            {
                output.WriteLine(toJson.Invoke(null, new[] { fromJson.Invoke(null, new object[] { body }) }));
            }
            catch (TargetInvocationException error)
            {
                output.WriteLine(JsonConvert.ToString("not read: " + error.InnerException.Message));
            }
        }
        output.Flush();
    }
}
