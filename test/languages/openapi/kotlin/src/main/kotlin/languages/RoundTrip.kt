package languages

import com.fasterxml.jackson.core.JsonProcessingException
import java.io.File
import java.io.PrintStream
import org.openapitools.client.infrastructure.Serializer

/** java languages.RoundTripKt <examples>: prints the message, as JSON, of a body that it cannot read */
fun main(arguments: Array<String>) {
    val mapper = Serializer.jacksonObjectMapper
    val out = PrintStream(System.out, false, "UTF-8")
    for (line in File(arguments[0]).readLines()) {
        val example = mapper.readTree(line)
        val type = Class.forName("org.openapitools.client.models.${example["type"].asText()}")
        out.println(
            try {
                mapper.writeValueAsString(mapper.treeToValue(example["body"], type))
            } catch (error: JsonProcessingException) {
                mapper.writeValueAsString("not read: ${error.originalMessage}")
            }
        )
    }
    out.flush()
}
