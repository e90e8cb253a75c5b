using System.Globalization;
using System.Text.Json;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Commands.Emulate;

/// <summary>Reads the faults of <c>--fault</c>: what goes wrong, then settings, separated by commas, such as
/// <c>status=503,route=batch,skip=2,times=3</c>.</summary>
internal static class FaultText
{
    private const string OptionName = "--fault";

    private static readonly string[] Kinds =
    [
        "status=CODE", "delay=MILLISECONDS", "hang", "reset-before", "reset-after", "truncate=BYTES", "trickle=MILLISECONDS",
        "redirect=URL", "fail-operations=TYPE",
    ];

    private static readonly string[] Settings = ["route", "model", "skip", "times", "probability", "apply", "retry-after", "operations"];

    /// <summary>Reads one fault.</summary>
    /// <exception cref="ToolException">It is not a fault; the message says what was expected.</exception>
    public static Fault Parse(string text)
    {
        (string Name, string? Value)[] parts = [.. text.Split(',').Select(PartOf)];
        Dictionary<string, string> settings = [];
        foreach ((string name, string? value) in parts[1..])
        {
            if (!Settings.Contains(name)) throw Wrong(text, $"'{name}' is not a setting; expected {string.Join(", ", Settings)}");
            if (value is null) throw Wrong(text, $"'{name}' requires a value, such as {name}=1");
            if (!settings.TryAdd(name, value)) throw Wrong(text, $"'{name}' can be used only once");
        }

        Fault fault = Of(text, parts[0].Name, parts[0].Value, settings);
        foreach ((string name, string value) in settings) fault = With(text, fault, name, value);
        return fault;
    }

    private static Fault Of(string text, string kind, string? value, Dictionary<string, string> settings)
    {
        if (settings.ContainsKey("retry-after") && kind != "status") throw Wrong(text, "'retry-after' belongs to status");
        if (settings.ContainsKey("operations") && kind != "fail-operations") throw Wrong(text, "'operations' belongs to fail-operations");
        switch (kind)
        {
            case "status":
                KeyValuePair<string, string>[] headers = settings.TryGetValue("retry-after", out string? seconds)
                    ? [new("Retry-After", Whole(text, "retry-after", seconds, 0).ToString(CultureInfo.InvariantCulture))] : [];
                return Fault.Status(Whole(text, kind, value, 100, 599), headers: headers);
            case "delay":
                return Fault.Delay(Milliseconds(text, kind, value));
            case "hang" when value is null:
                return Fault.Hang();
            case "reset-before" when value is null:
                return Fault.ResetBefore();
            case "reset-after" when value is null:
                return Fault.ResetAfter();
            case "truncate":
                return Fault.Truncate(Whole(text, kind, value, 0));
            case "trickle":
                return Fault.Trickle(Milliseconds(text, kind, value));
            case "redirect" when value is { Length: > 0 }:
                return Fault.Redirect(value);
            case "fail-operations" when value is { Length: > 0 }:
                string positions = settings.GetValueOrDefault("operations", "0");
                return Fault.FailOperations(value, [.. positions.Split('+').Select(position => Whole(text, "operations", position, 0))]);
            default:
                throw Wrong(text, $"it must begin with one of {string.Join(", ", Kinds)}");
        }
    }

    private static Fault With(string text, Fault fault, string name, string value) => name switch
    {
        "route" => fault with { Route = Route(text, value) },
        "model" => fault with { Model = value },
        "skip" => fault with { Skip = Whole(text, name, value, 0) },
        "times" => fault with { Times = value == "always" ? null : Whole(text, name, value, 1) },
        "probability" => fault with { Probability = Probability(text, value) },
        "apply" => value is "yes" or "no"
            ? fault with { AfterApplying = value == "yes" }
            : throw Wrong(text, $"'{value}' is not a value of apply; expected yes or no"),
        _ => fault,
    };

    private static EmulatorRoute Route(string text, string value)
    {
        EmulatorRoute[] routes = [.. Enum.GetValues<EmulatorRoute>().Where(route => route != EmulatorRoute.None)];
        int found = Array.FindIndex(routes, route => WordOf(route) == value);
        return found >= 0 ? routes[found]
            : throw Wrong(text, $"'{value}' is not a value of route; expected {string.Join(", ", routes.Select(WordOf))}");
    }

    private static string WordOf(EmulatorRoute route) => JsonNamingPolicy.KebabCaseLower.ConvertName(route.ToString());

    private static double Probability(string text, string value)
        => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number is >= 0 and <= 1
            ? number
            : throw Wrong(text, $"'{value}' is not a value of probability; expected a number from 0 to 1");

    private static TimeSpan Milliseconds(string text, string name, string? value) => TimeSpan.FromMilliseconds(Whole(text, name, value, 0));

    private static int Whole(string text, string name, string? value, int from, int to = int.MaxValue)
        => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= from && number <= to
            ? number
            : throw Wrong(text, value is null ? $"'{name}' requires a value, such as {name}={Math.Max(from, 1)}"
                : $"'{value}' is not a value of {name}; expected a number from {from}{(to == int.MaxValue ? "" : $" to {to}")}");

    private static (string Name, string? Value) PartOf(string part)
    {
        int sign = part.IndexOf('=', StringComparison.Ordinal);
        return sign < 0 ? (part.Trim(), null) : (part[..sign].Trim(), part[(sign + 1)..].Trim());
    }

    private static ToolException Wrong(string text, string reason)
        => new($"'{text}' is not a value of {OptionName}: {reason}.", ExitCode.Usage);
}
