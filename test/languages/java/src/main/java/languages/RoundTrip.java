package languages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** java languages.RoundTrip &lt;quicktype | pojo | defaults&gt; &lt;examples&gt;: prints the message, as JSON, of a body that it cannot read */
public class RoundTrip {
    private static final ObjectMapper mapper = new ObjectMapper();

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            JsonNode example = mapper.readTree(line);
            String folder = arguments[0] + "." + example.get("module").asText() + ".";
            Class<?> type = Class.forName(folder + example.get("type").asText());
            String body = example.get("body").toString();
            out.println(arguments[0].equals("quicktype")
                ? withConverter(Class.forName(folder + "Converter"), type, body)
                : withMapper(type, body));
        }
        out.flush();
    }

    /** quicktype writes a reader and a writer beside its classes. */
    private static Object withConverter(Class<?> converter, Class<?> type, String body) throws Exception {
        Object read = converter.getMethod("fromJsonString", String.class).invoke(null, body);
        return converter.getMethod("toJsonString", type).invoke(null, read);
    }

    private static String withMapper(Class<?> type, String body) throws JsonProcessingException {
        try {
            return mapper.writeValueAsString(mapper.readValue(body, type));
        } catch (JsonProcessingException error) {
            return mapper.writeValueAsString(error.getOriginalMessage());
        }
    }
}
