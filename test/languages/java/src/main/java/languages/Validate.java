package languages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** java languages.Validate &lt;networknt | vertx | everit | json-sKema&gt; &lt;schemas&gt; &lt;corpus&gt; */
public class Validate {
    public static void main(String[] arguments) throws Exception {
        Path schemas = Path.of(arguments[1]);
        var compile = Compilers.byTool.get(arguments[0]);
        Map<String, Predicate<JsonNode>> validators = new HashMap<>();
        ObjectMapper mapper = new ObjectMapper();
        PrintStream out = new PrintStream(System.out, false);
        int number = 0;
        for (String line : Files.readAllLines(Path.of(arguments[2]))) {
            JsonNode item = mapper.readTree(line);
            for (var name : (Iterable<String>) item.get("verdicts")::fieldNames) {
                if (!validators.containsKey(name))
                    validators.put(name, compile.apply(Files.readString(schemas.resolve(name + ".json"))));
                boolean valid = validators.get(name).test(item.get("body"));
                out.println(number + "\t" + name + "\t" + (valid ? "valid" : "invalid"));
            }
            number++;
        }
        out.flush();
    }
}
