using System;
using QuickType;

public static class Receive
{
    public static void Main()
    {
        var payload = FactSheetCreatedPayload.FromJson(Console.In.ReadToEnd());
        Console.WriteLine(payload.FactSheet.DisplayName);
    }
}
