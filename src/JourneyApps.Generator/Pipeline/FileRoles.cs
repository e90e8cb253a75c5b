using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Pipeline;

/// <summary>Tells what a file is to us, by what the project says of it or by its name.</summary>
internal static class FileRoles
{
    /// <summary>The role of a file; <see langword="null"/> when it is none of ours.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isNamed">Whether the project calls it a schema.</param>
    public static FileRole? Of(string path, bool isNamed)
    {
        string name = Path.GetFileName(path);
        if (name.EndsWith(".names", StringComparison.OrdinalIgnoreCase)) return FileRole.Names;
        if (name.Equals("application.xml", StringComparison.OrdinalIgnoreCase)) return FileRole.Application;
        if (isNamed) return FileRole.Schema;
        bool byName = name.Equals("schema.xml", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".schema.xml", StringComparison.OrdinalIgnoreCase)
            || name.Equals("datamodel.json", StringComparison.OrdinalIgnoreCase);
        return byName ? FileRole.Schema : null;
    }

    /// <summary>The folder of a file, as written.</summary>
    /// <param name="path">The path.</param>
    public static string FolderOf(string path) => path.Substring(0, path.Length - Path.GetFileName(path).Length);

    /// <summary>A path without its last extension, which a schema and its names share.</summary>
    /// <param name="path">The path.</param>
    public static string StemOf(string path)
    {
        int dot = path.LastIndexOf('.');
        return dot < 0 ? path : path.Substring(0, dot);
    }

    /// <summary>Whether a file is JSON by its name.</summary>
    /// <param name="path">The path.</param>
    public static bool IsJson(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
