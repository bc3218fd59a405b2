package languages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** java languages.RoundTrip &lt;quicktype | pojo&gt; &lt;examples&gt; */
public class RoundTrip {
    private static final ObjectMapper mapper = new ObjectMapper();

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            JsonNode example = mapper.readTree(line);
            String event = example.get("event").asText();
            String folder = arguments[0] + "." + event.replace('-', '_') + ".";
            Class<?> type = Class.forName(folder + pascalCase(event));
            String body = example.get("body").toString();
            out.println(arguments[0].equals("quicktype")
                ? withConverter(Class.forName(folder + "Converter"), type, body)
                : mapper.writeValueAsString(mapper.readValue(body, type)));
        }
        out.flush();
    }

    /** quicktype writes a reader and a writer beside its classes. */
    private static Object withConverter(Class<?> converter, Class<?> type, String body) throws Exception {
        Object read = converter.getMethod("fromJsonString", String.class).invoke(null, body);
        return converter.getMethod("toJsonString", type).invoke(null, read);
    }

    private static String pascalCase(String event) {
        StringBuilder name = new StringBuilder();
        for (String word : event.split("-")) name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        return name.toString();
    }
}
