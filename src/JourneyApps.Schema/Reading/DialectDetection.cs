using System.Globalization;

namespace JourneyApps.Schema.Reading;

/// <summary>Tells the dialect of a document by the stated version, else by its root and the first child that could be a model.</summary>
internal static class DialectDetection
{
    /// <summary>The dialect.</summary>
    /// <param name="apiVersion">The version as stated, or <see langword="null"/>; one that is no version counts as not stated.</param>
    /// <param name="root">The name of the root element; empty when there is none.</param>
    /// <param name="firstModel">The name of the root's first child that is <c>object</c> or <c>model</c>; empty when there is none.</param>
    public static Dialect Detect(string? apiVersion, string root, string firstModel)
    {
        if (ByVersion(apiVersion) is { } stated) return stated;
        if (firstModel == "object") return root == "schema" ? Dialect.V2 : Dialect.V30;
        return Dialect.V31;
    }

    /// <summary>Whether a document is a data model at all; other tools have files of the same name.</summary>
    public static bool IsSchema(string root, string firstChild) =>
        root.Equals("data-model", StringComparison.OrdinalIgnoreCase) || (root == "schema" && firstChild is "object" or "model");

    private static Dialect? ByVersion(string? version)
    {
        string[] parts = (version ?? "").Trim().Split('.');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major)) return null;
        int minor = 0;
        if (parts.Length > 1 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minor)) return null;
        return major < 3 ? Dialect.V2 : major == 3 && minor == 0 ? Dialect.V30 : Dialect.V31;
    }
}
