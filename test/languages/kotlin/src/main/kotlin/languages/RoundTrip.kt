package languages

import com.fasterxml.jackson.databind.ObjectMapper
import java.io.File
import java.io.PrintStream
import java.lang.reflect.InvocationTargetException

/** java languages.RoundTripKt <examples>: prints the message, as JSON, of a body that it cannot read */
fun main(arguments: Array<String>) {
    val out = PrintStream(System.out, false, "UTF-8")
    for (line in File(arguments[0]).readLines()) {
        val example = ObjectMapper().readTree(line)
        val type = Class.forName("quicktype.${example["module"].asText()}.${example["type"].asText()}")
        val companion = type.getField("Companion").get(null)
        val fromJson = companion.javaClass.getMethod("fromJson", String::class.java)
        out.println(
            try {
                type.getMethod("toJson").invoke(fromJson.invoke(companion, example["body"].toString()))
            } catch (error: InvocationTargetException) {
                ObjectMapper().writeValueAsString("not read: ${error.cause?.message}")
            }
        )
    }
    out.flush()
}
