using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Storage;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Reading;

/// <summary>Objects that others point to, read once per answer.</summary>
internal sealed class RelatedObjects(DatabaseSession session, ServedSchema schema)
{
    private readonly Dictionary<(string Model, string Id), StoredRow?> _rows = [];
    private readonly Dictionary<(string Model, string Id), string> _displays = [];

    public ServedModel? FindModel(string name) => schema.Find(name);

    public StoredRow? Find(ServedModel model, string id)
    {
        if (!_rows.TryGetValue((model.Name, id), out StoredRow? row))
        {
            row = ObjectTable.Find(session, model, id);
            _rows.Add((model.Name, id), row);
        }

        return row;
    }

    /// <summary>The display text of a related object, made once.</summary>
    public string Display(ServedModel model, string id, Func<string> make)
    {
        if (!_displays.TryGetValue((model.Name, id), out string? text))
        {
            text = make();
            _displays.TryAdd((model.Name, id), text);
        }

        return text;
    }
}
