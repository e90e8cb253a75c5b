namespace JourneyApps.Generator.Inputs;

/// <summary>Determines the role of an additional file from its metadata or name.</summary>
internal static class FileRoles
{
    /// <summary>The role of a file; <see langword="null"/> if the generator does not read it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isNamed">Whether the project names the file as a schema.</param>
    public static FileRole? Of(string path, bool isNamed)
    {
        string name = Path.GetFileName(path);
        if (name.EndsWith(".names", StringComparison.OrdinalIgnoreCase)) return FileRole.NameOverrides;
        if (name.Equals("application.xml", StringComparison.OrdinalIgnoreCase)) return FileRole.Application;
        if (isNamed) return FileRole.Schema;
        bool byName = name.Equals("schema.xml", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".schema.xml", StringComparison.OrdinalIgnoreCase)
            || name.Equals("datamodel.json", StringComparison.OrdinalIgnoreCase);
        return byName ? FileRole.Schema : null;
    }

    /// <summary>The folder of a file, as written.</summary>
    public static string FolderOf(string path) => path.Substring(0, path.Length - Path.GetFileName(path).Length);

    /// <summary>A path without its last extension, which a schema and its name overrides share.</summary>
    public static string StemOf(string path)
    {
        int dot = path.LastIndexOf('.');
        return dot < 0 ? path : path.Substring(0, dot);
    }

    /// <summary>Whether a file is JSON by its name.</summary>
    public static bool IsJson(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
