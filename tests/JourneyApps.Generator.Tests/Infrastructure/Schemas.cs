namespace JourneyApps.Generator.Tests.Infrastructure;

/// <summary>Small schemas written in tests.</summary>
internal static class Schemas
{
    /// <summary>A schema of one model with the given inner elements; the display is added.</summary>
    public static string OfModel(string name, string inner) => Of($"<model name=\"{name}\" label=\"L\">{inner}<display>x</display></model>");

    /// <summary>A schema of the given models.</summary>
    public static string Of(params string[] models) => "<data-model>" + string.Concat(models) + "</data-model>";

    /// <summary>A model with the given inner elements; the display is added.</summary>
    public static string Model(string name, string inner = "") => $"<model name=\"{name}\" label=\"L\">{inner}<display>x</display></model>";

    /// <summary>A text field.</summary>
    public static string Text(string name) => $"<field name=\"{name}\" label=\"L\" type=\"text\"/>";
}
