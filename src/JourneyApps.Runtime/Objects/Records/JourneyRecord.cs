using System.Diagnostics;
using System.Globalization;
using JourneyApps.Internal.Objects.Records;
using JourneyApps.Internal.Serialization.Tracking;
using JourneyApps.Internal.Values.Records;

namespace JourneyApps.Records;

/// <summary>An object of a model without a generated class, with its values by their names in the schema. Changes are tracked as in
/// generated models: an update sends only the changes, and after a failed write they remain. Not thread-safe.</summary>
/// <example>
/// <code>
/// JourneyRecordSet jobs = app.Objects("job");
/// var job = new JourneyRecord("job") { ["title"] = "Replace pump", ["state"] = "new", ["site_id"] = siteId };
/// await jobs.CreateAsync(job);
/// job["state"] = "busy";
/// await jobs.UpdateAsync(job);
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class JourneyRecord
{
    private readonly Dictionary<string, RecordValue> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);
    private Dictionary<string, RecordValue>? _unconfirmedCreate;
    private bool _isWriting;

    /// <summary>Creates a new object with a new id, which is a random lower-case UUID.</summary>
    /// <param name="model">The model's name in the schema.</param>
    /// <exception cref="ArgumentException">The text cannot be the name of a model.</exception>
    public JourneyRecord(string model)
        : this(model, Guid.NewGuid().ToString("D")) => IsNew = true;

    /// <summary>Represents an existing object of which only the id is known.</summary>
    /// <param name="model">The model's name in the schema.</param>
    /// <param name="id">The object's id.</param>
    /// <exception cref="ArgumentException">The text cannot be the name of a model, or cannot be an id.</exception>
    public JourneyRecord(string model, string id)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = ApiNames.CheckModel(model);
        Id = ApiNames.CheckId(id);
    }

    // An id from a server is kept unchanged: if it cannot be part of a URL, its use in one fails.
    internal JourneyRecord(string model, string id, DateTimeOffset? updatedAt, string? display)
    {
        Model = model;
        Id = id;
        UpdatedAt = updatedAt;
        Display = display;
    }

    /// <summary>Creates a new object with an id that you choose.</summary>
    /// <param name="model">The model's name in the schema.</param>
    /// <param name="id">The id, which must be a lower-case UUID.</param>
    /// <exception cref="ArgumentException">The text cannot be the name of a model, or cannot be an id.</exception>
    public static JourneyRecord New(string model, string id) => new(model, id) { IsNew = true };

    /// <summary>Reads an object from the API's JSON, as <see cref="ToJson"/> writes it.</summary>
    /// <param name="json">The JSON of one object.</param>
    /// <param name="model">The model's name in the schema; null to use the JSON's <c>type</c>.</param>
    /// <exception cref="JsonException">The JSON is malformed, is not an object, has no id, does not state a model, or states another
    /// one.</exception>
    public static JourneyRecord Parse(string json, string? model = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return RecordReader.Read(System.Text.Encoding.UTF8.GetBytes(json), model);
        }
        catch (UnreadableObjectException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    /// <summary>The model's name in the schema.</summary>
    public string Model { get; }

    /// <summary>The object's id.</summary>
    public string Id { get; }

    /// <summary>When the server last wrote the object; null if this was not read.</summary>
    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>The display text that the server computed; null if it was not read.</summary>
    public string? Display { get; private set; }

    /// <summary>Whether the object has not been created on the server yet.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Whether the object was written without reading the result, for example by a batch.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Whether a field was set since the object was read or written.</summary>
    public bool HasChanges => _changed.Count > 0 || _sent.Count > 0;

    /// <summary>The names of the fields that were set since the object was read or written.</summary>
    public IReadOnlyCollection<string> ChangedFields => [.. _values.Keys.Where(name => _changed.Contains(name) || _sent.Contains(name))];

    /// <summary>The names of all known fields, in the order in which they became known.</summary>
    public IReadOnlyCollection<string> Fields => _values.Keys;

    /// <summary>A field's value. If the field is not known, the value is absent (<see cref="RecordValue.IsNull"/>). Setting a value marks
    /// the field as changed unless it already has that value; null clears it. A relationship is accessed by its <c>_id</c>.</summary>
    /// <param name="field">The field's name in the schema, or <c>{relationship}_id</c>.</param>
    /// <exception cref="ArgumentException">The member is <c>id</c>, <c>type</c>, <c>updated_at</c> or <c>display</c>, which only the server
    /// can set.</exception>
    public RecordValue this[string field]
    {
        get => _values.GetValueOrDefault(field);
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(field);
            if (field is "id" or "type" or "updated_at" or "display")
                throw new ArgumentException($"'{field}' is not a field that can be written.", nameof(field));
            if (value.HasHalfSurrogate)
                throw new ArgumentException($"'{field}' of {Model} cannot be written: {Surrogates.Reason}", nameof(value));
            RecordValue stored = value.IsNull ? RecordValue.Null : value;
            if (_values.TryGetValue(field, out RecordValue old) && old == stored) return;
            _values[field] = stored;
            _changed.Add(field);
        }
    }

    /// <summary>Marks all fields as unchanged. The values remain.</summary>
    public void AcceptChanges() => _changed.Clear();

    /// <summary>The object in the API's read format, with <c>id</c>, <c>type</c>, <c>updated_at</c> and <c>display</c>.</summary>
    public string ToJson() => RecordJson.From(this, static (writer, record) => RecordWriter.WriteRead(writer, record)).GetRawText();

    /// <summary>Model, id and display.</summary>
    public override string ToString() => Display is null ? $"{Model} {Id}" : $"{Model} {Id} ({Display})";

    /// <summary>Starts a write: what it sends moves from changed to sent.</summary>
    /// <returns>The fields to send.</returns>
    /// <exception cref="InvalidOperationException">Another write of this object is in progress.</exception>
    internal IReadOnlyList<string> BeginWrite(WriteKind kind)
    {
        if (_isWriting) throw new InvalidOperationException($"A write of {Model} {Id} is in progress; await it before the next one.");
        _isWriting = true;
        _sent.UnionWith(_changed);
        _changed.Clear();
        return kind switch
        {
            WriteKind.Update => [.. _values.Keys.Where(_sent.Contains)],
            WriteKind.Replace => [.. _values.Where(static value => !value.Value.IsNull).Select(static value => value.Key)],
            _ => [.. _values.Keys],
        };
    }

    /// <summary>Whether a create of this object was sent and its outcome is unknown.</summary>
    internal bool IsUnconfirmed => _unconfirmedCreate is not null;

    /// <summary>Keeps what a create sent whose outcome is unknown.</summary>
    internal void RememberUnconfirmed(IReadOnlyList<string> fields)
        => _unconfirmedCreate = fields.ToDictionary(static field => field, field => _values[field], StringComparer.Ordinal);

    /// <summary>Ends a write that was applied.</summary>
    /// <param name="answer">The object as the server has it; null when the answer does not hold it.</param>
    internal void EndWrite(JourneyRecord? answer)
    {
        _sent.Clear();
        _unconfirmedCreate = null;
        _isWriting = false;
        IsNew = false;
        IsStale = answer is null;
        if (answer is not null)
        {
            TakeOver(answer);
            return;
        }
        // A file that was sent must not be sent again; what the server made of it is not known before the next reading.
        Forget(field => _values[field].Upload is not null && !_changed.Contains(field));
    }

    /// <summary>Ends a create whose object was found on the server, because an earlier attempt created it.</summary>
    /// <returns>Whether fields were set since that attempt, which then have to be updated.</returns>
    internal bool EndWriteFound(JourneyRecord found)
    {
        string[] edited = _unconfirmedCreate is not { } sent ? []
            : [.. _values.Keys.Where(field => !sent.TryGetValue(field, out RecordValue before) || before != _values[field])];
        _changed.UnionWith(edited);
        EndWrite(found);
        return edited.Length > 0;
    }

    /// <summary>Ends a write that failed or whose outcome is unknown.</summary>
    internal void FailWrite()
    {
        _changed.UnionWith(_sent);
        _sent.Clear();
        _isWriting = false;
    }

    /// <summary>Takes what was read of the same object; fields that were changed here keep their values.</summary>
    internal void Refresh(JourneyRecord read)
    {
        IsNew = false;
        IsStale = false;
        TakeOver(read);
    }

    /// <summary>Takes what was read of the same object; the caller's own values become changes where they differ.</summary>
    internal void Rebase(JourneyRecord server, IReadOnlyList<string> own)
    {
        IEnumerable<string> set = own.Concat(ChangedFields).Distinct(StringComparer.Ordinal);
        string[] different = [.. set.Where(field => Differs(this[field], server[field]))];
        (_isWriting, _unconfirmedCreate) = (false, null);
        _sent.Clear();
        _changed.Clear();
        _changed.UnionWith(different);
        Refresh(server);
    }

    /// <summary>Makes the object new again, with some of its fields.</summary>
    internal void Renew(IReadOnlyList<string> fields)
    {
        FailWrite();
        Forget(field => !fields.Contains(field, StringComparer.Ordinal));
        _changed.Clear();
        _changed.UnionWith(_values.Keys);
        (IsNew, IsStale, UpdatedAt, Display) = (true, false, null, null);
    }

    internal void Load(string field, RecordValue value) => _values[field] = value;

    internal string? UpdatedAtText => UpdatedAt?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void TakeOver(JourneyRecord read)
    {
        UpdatedAt = read.UpdatedAt;
        Display = read.Display;
        Forget(field => !read._values.ContainsKey(field) && !IsUnsent(field));
        foreach ((string field, RecordValue value) in read._values)
        {
            if (!IsUnsent(field)) _values[field] = value;
        }
    }

    // An upload differs from what is stored: the API tells neither size nor hash of a file.
    private static bool Differs(RecordValue own, RecordValue server)
        => own.Upload is not null
            || (!RecordJson.IsReadFile(own.Json) && !WireJson.IsStored(RecordJson.Written(own.Json), RecordJson.Written(server.Json)));

    private void Forget(Func<string, bool> fields)
    {
        foreach (string field in _values.Keys.Where(fields).ToArray()) _values.Remove(field);
    }

    private bool IsUnsent(string field) => _changed.Contains(field) || _sent.Contains(field);
}
