using JourneyApps.Internal.Objects.Records;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Serialization.Tracking;
using JourneyApps.Internal.Values.Records;

namespace JourneyApps.Internal.Objects.Codecs;

/// <summary>Records of one model.</summary>
internal sealed class RecordCodec(string model) : ObjectCodec<JourneyRecord>
{
    internal override string Model => model;

    internal override string IdOf(JourneyRecord item) => item.Id;

    internal override DateTimeOffset? UpdatedAtOf(JourneyRecord item) => item.UpdatedAt;

    internal override bool IsNew(JourneyRecord item) => item.IsNew;

    internal override bool HasChanges(JourneyRecord item) => item.HasChanges;

    internal override JourneyRecord ReadObject(ReadOnlySpan<byte> json) => RecordReader.Read(json, model);

    internal override ModelPage<JourneyRecord> ReadPage(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        List<UnreadableRow> unreadable = [];
        if (reader.TokenType == JsonTokenType.StartArray)
            return new ModelPage<JourneyRecord>(ReadObjects(ref reader, unreadable), unreadable, null, More: false);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Expected an object that contains a list.");
        List<JourneyRecord>? records = null;
        long? total = null;
        bool more = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isObjects = reader.ValueTextEquals("objects"u8);
            bool isTotal = reader.ValueTextEquals("total"u8);
            bool isMore = reader.ValueTextEquals("more"u8);
            reader.Read();
            if (isObjects && reader.TokenType == JsonTokenType.StartArray) records = ReadObjects(ref reader, unreadable);
            else if (isTotal && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long count)) total = count;
            // Taken for false, any other value would end a list early.
            else if (isMore) more = IsMore(reader.TokenType);
            else if (isObjects) throw new JsonException("The objects of the list are not an array.");
            else reader.Skip();
        }
        return new ModelPage<JourneyRecord>(records ?? throw new JsonException("The list has no objects."), unreadable, total, more);
    }

    internal override WriteScope Begin(JourneyRecord item, WriteKind kind) => new(default, item.BeginWrite(kind));

    internal override void WriteBody(JourneyRecord item, in WriteScope scope, WriteKind kind, bool isBatch, JsonBody body)
    {
        if (isBatch)
        {
            body.Output.WriteRaw("{\"type\":"u8);
            body.Output.WriteText(model);
            body.Output.WriteRaw(",\"id\":"u8);
            body.Output.WriteText(item.Id);
        }
        else
        {
            body.Output.WriteRaw("{"u8);
            body.Output.WriteText(model);
            body.Output.WriteRaw(":{"u8);
        }
        RecordWriter.WriteFields(item, scope.Names!, body);
        body.Output.WriteRaw(isBatch ? "}"u8 : "}}"u8);
    }

    internal override void Complete(JourneyRecord item, JourneyRecord answer) => item.EndWrite(answer);

    internal override void CompleteUnread(JourneyRecord item, in FieldMask uploads) => item.EndWrite(null);

    internal override void Fail(JourneyRecord item) => item.FailWrite();

    internal override void Refresh(JourneyRecord item, JourneyRecord server) => item.Refresh(server);

    internal override void Rebase(JourneyRecord item, JourneyRecord server, in WriteScope own) => item.Rebase(server, own.Names!);

    internal override void Renew(JourneyRecord item, in WriteScope known) => item.Renew(known.Names!);

    internal override WriteScope KnownOf(JourneyRecord item) => new(default, [.. item.Fields]);

    // A record has no schema. A list of objects that are not choices is a track; nothing else that is read cannot be written.
    internal override IReadOnlyList<string> LostByReplace(JourneyRecord item) => [.. item.Fields.Where(field => IsTrack(item[field].Json))];

    internal override void RememberUnconfirmed(JourneyRecord item, in WriteScope scope, JsonBody body)
        => item.RememberUnconfirmed(scope.Names!);

    internal override bool IsUnconfirmed(JourneyRecord item) => item.IsUnconfirmed;

    internal override bool CompleteFound(JourneyRecord item, JourneyRecord found, JsonBody body) => item.EndWriteFound(found);

    internal override IReadOnlyList<(string IdName, string OldId)>? ReplacedFiles(JourneyRecord item, in WriteScope scope, JsonBody body)
    {
        if (item.UpdatedAt is null) return null;
        IReadOnlyList<string> names = scope.Names!;
        return [.. body.Uploads.Select(upload => $"{names[upload.Member]}_id").Select(name => (name, item[name].Text ?? ""))];
    }

    private static bool IsMore(JsonTokenType value) => value switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False or JsonTokenType.Null => false,
        _ => throw new JsonException("Expected true or false in 'more'."),
    };

    private static bool IsTrack(JsonElement value)
        => value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().Any(static item => RecordJson.KeyOf(item).ValueKind == JsonValueKind.Object);

    private List<JourneyRecord> ReadObjects(ref Utf8JsonReader reader, List<UnreadableRow> unreadable)
    {
        List<JourneyRecord> records = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            JsonElement whole = RecordReader.ReadElement(ref reader);
            try
            {
                records.Add(RecordReader.Read(whole, model));
            }
            catch (JsonValueException fault)
            {
                unreadable.Add(new UnreadableRow(fault.Place.ObjectId, records.Count + unreadable.Count, fault));
            }
            catch (JsonException fault)
            {
                var wrong = new JsonValueException(new JsonPlace(model), "an object with an id", fault);
                unreadable.Add(new UnreadableRow(null, records.Count + unreadable.Count, wrong));
            }
        }
        return records;
    }
}
