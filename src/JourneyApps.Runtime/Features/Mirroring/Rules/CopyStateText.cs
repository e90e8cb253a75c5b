using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Mirroring;

namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>The state of a copy as the text of a checkpoint: one line of JSON.</summary>
internal static class CopyStateText
{
    private const int Version = 2;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    internal static string Write(CopyState state)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("mirror", Version);
            writer.WriteNumber("step", state.Step);
            Write(writer, "log", state.Log);
            if (state.Hash is { } hash) writer.WriteString("hash", hash);
            writer.WriteStartArray("models");
            foreach (ModelCopy model in state.Models) Write(writer, model);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads what <see cref="Write(CopyState)"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    internal static CopyState Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            if (root.Count("mirror") != Version) throw new FormatException("it has another version");
            return new CopyState(Mark(root, "log"), root.Text("hash"), [.. root.Items("models").Select(Model)])
            {
                Step = root.Count("step") ?? throw new FormatException("it has no step"),
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new FormatException("it is not JSON", fault);
        }
    }

    private static void Write(Utf8JsonWriter writer, ModelCopy model)
    {
        writer.WriteStartObject();
        writer.WriteString("name", model.Name);
        writer.WriteString("phase", Word(model.Phase));
        Write(writer, "start", model.Start);
        Write(writer, "position", model.Position);
        Write(writer, "catch_up_to", model.CatchUpTo);
        if (model.Mode != LoadMode.Ranges) writer.WriteString("mode", Word(model.Mode));
        if (model.Loaded.IsComplete) writer.WriteBoolean("loaded", true);
        if (model.Loaded.UpTo is { } upTo) writer.WriteString("loaded_up_to", upTo);
        if (!model.Loaded.Above.IsEmpty)
        {
            writer.WriteStartArray("loaded_above");
            foreach (IdSpan span in model.Loaded.Above) Write(writer, span);
            writer.WriteEndArray();
        }
        if (!model.Fields.IsEmpty)
        {
            writer.WriteStartArray("load_fields");
            foreach (string field in model.Fields) writer.WriteStringValue(field);
            writer.WriteEndArray();
        }
        if (model.Shape is { } shape) Write(writer, shape);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, OplogMark? mark)
    {
        if (mark is null) return;
        writer.WriteStartObject(name);
        writer.WriteNumber("sequence", mark.Sequence);
        writer.WriteString("id", mark.ObjectId);
        if (mark.At is { } at) writer.WriteString("at", at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IdSpan span)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(span.From);
        writer.WriteStringValue(span.To);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ModelShape shape)
    {
        if (shape.Display is { } display) writer.WriteString("display", display);
        writer.WriteStartObject("fields");
        foreach ((string name, string type) in shape.Fields) writer.WriteString(name, type);
        writer.WriteEndObject();
    }

    private static ModelCopy Model(JsonElement model) => new(
        model.Text("name") ?? throw new FormatException("a model has no name"),
        model.Text("phase") switch
        {
            "loading" => MirrorPhase.Loading,
            "catching-up" => MirrorPhase.CatchingUp,
            "following" => MirrorPhase.Following,
            _ => throw new FormatException("a model has no phase"),
        })
    {
        Start = Mark(model, "start"),
        Position = Mark(model, "position"),
        CatchUpTo = Mark(model, "catch_up_to"),
        Mode = model.Text("mode") switch
        {
            null => LoadMode.Ranges,
            "collecting" => LoadMode.CollectingRanges,
            "passes" => LoadMode.Passes,
            _ => throw new FormatException("a model is loaded in an unknown way"),
        },
        Loaded = new LoadedSpans(model.Text("loaded_up_to"), model.Flag("loaded") == true, [.. model.Items("loaded_above").Select(Span)]),
        Fields = [.. model.Items("load_fields").Select(static field => field.GetString()!)],
        Shape = model.Member("fields").ValueKind == JsonValueKind.Object
            ? new ModelShape(model.Text("display"), Fields(model.Members("fields")))
            : null,
    };

    private static ImmutableSortedDictionary<string, string> Fields(IEnumerable<JsonProperty> fields)
        => fields.ToImmutableSortedDictionary(
            static field => field.Name, static field => field.Value.GetString() ?? "", StringComparer.Ordinal);

    private static IdSpan Span(JsonElement span)
        => span.ValueKind == JsonValueKind.Array && span.GetArrayLength() == 2
            ? new IdSpan(span[0].GetString(), span[1].GetString())
            : throw new FormatException("a range has no two ends");

    private static OplogMark? Mark(JsonElement parent, string name)
    {
        JsonElement mark = parent.Member(name);
        if (mark.ValueKind == JsonValueKind.Undefined) return null;
        return new OplogMark(
            Sequence(mark, "sequence") ?? throw new FormatException($"'{name}' has no sequence"),
            mark.Text("id") ?? throw new FormatException($"'{name}' has no id"),
            mark.Time("at"));
    }

    private static long? Sequence(JsonElement parent, string name)
    {
        if (parent.Member(name).ValueKind == JsonValueKind.Undefined) return null;
        return parent.Count(name) is { } sequence and >= 0
            ? sequence
            : throw new FormatException($"'{name}' is not a sequence of the oplog");
    }

    private static string Word(MirrorPhase phase) => phase switch
    {
        MirrorPhase.Loading => "loading",
        MirrorPhase.CatchingUp => "catching-up",
        MirrorPhase.Following => "following",
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    };

    private static string Word(LoadMode mode) => mode == LoadMode.Passes ? "passes" : "collecting";
}
