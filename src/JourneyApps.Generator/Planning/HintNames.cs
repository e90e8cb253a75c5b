using System.Globalization;
using JourneyApps.Schema.Text;

namespace JourneyApps.Generator.Planning;

/// <summary>Names of generated files: unique ignoring case, which the compiler requires, and short, because a project that keeps generated
/// files writes them into a long path.</summary>
internal static class HintNames
{
    private const int MaxLength = 80;

    /// <summary>The file of one model.</summary>
    /// <param name="client">The client, which is unique in the project.</param>
    /// <param name="name">The class.</param>
    /// <param name="isAmbiguous">Whether the name of another class differs only by case.</param>
    public static string ForModel(string client, string name, bool isAmbiguous)
    {
        bool tooLong = name.Length > MaxLength;
        if (!tooLong && !isAmbiguous) return ForPart(client, name);
        string start = tooLong ? name.Substring(0, MaxLength) : name;
        return ForPart(client, start + "-" + Fnv1a.Hash(name.AsSpan()).ToString("x8", CultureInfo.InvariantCulture));
    }

    /// <summary>The file of a part of a schema's code.</summary>
    /// <param name="client">The client, which is unique in the project.</param>
    /// <param name="part">The part.</param>
    public static string ForPart(string client, string part) => Short(client) + "." + part + ".g.cs";

    /// <summary>The file of a client.</summary>
    public static string ForClient(string client) => Short(client) + ".g.cs";

    private static string Short(string client) => client.Length <= MaxLength
        ? client
        : client.Substring(0, MaxLength) + "-" + Fnv1a.Hash(client.AsSpan()).ToString("x8", CultureInfo.InvariantCulture);
}
