namespace JourneyApps.Generator.Planning;

/// <summary>The clients and types of the schemas that are generated so far, each with the schema's file.</summary>
internal sealed class TakenNames
{
    private readonly Dictionary<string, string> _clients = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Namespace, string Type), string> _types = [];

    /// <summary>The file whose client has the name, ignoring case; <see langword="null"/> if there is none.</summary>
    public string? FileOfClient(string client) => _clients.TryGetValue(client, out string? file) ? file : null;

    /// <summary>The first type of a schema that another one in its namespace has, and that one's file; <see langword="null"/> if there is
    /// none.</summary>
    public (string Type, string File)? FindShared(NamedSchema schema, CancellationToken cancellation)
    {
        // Most projects have one schema.
        if (_types.Count == 0) return null;
        foreach (string type in TypesOf(schema))
        {
            cancellation.ThrowIfCancellationRequested();
            if (_types.TryGetValue((schema.Schema.Settings.Namespace, type), out string? file)) return (type, file);
        }

        return null;
    }

    /// <summary>Adds the names of a schema.</summary>
    public void Add(NamedSchema schema, CancellationToken cancellation)
    {
        string file = Path.GetFileName(schema.Schema.Path);
        _clients[schema.Schema.Settings.Client] = file;
        foreach (string type in TypesOf(schema))
        {
            cancellation.ThrowIfCancellationRequested();
            _types[(schema.Schema.Settings.Namespace, type)] = file;
        }
    }

    private static IEnumerable<string> TypesOf(NamedSchema schema)
    {
        yield return schema.Schema.Settings.Client;
        foreach (ModelTypeNames names in schema.Types.Models)
        {
            yield return names.Class;
            yield return names.Fields;
            yield return names.Set;
            foreach ((_, string name) in names.Enums) yield return name;
        }
    }
}
