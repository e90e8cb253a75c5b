using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Mirroring;

namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>The state of a copy as the text of a checkpoint: one line of JSON. A checkpoint is written with each step, so it is short: the
/// marks that many models share are written once, and a model that only follows is just its name.</summary>
internal static class CopyStateText
{
    private const int Version = 3;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>The text of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="shapesHash">The hash of the shapes, if they are stored apart; null to write them too.</param>
    internal static string Write(CopyState state, string? shapesHash = null)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("mirror", Version);
            writer.WriteNumber("step", state.Step);
            if (state.Log is { } log)
            {
                writer.WritePropertyName("log");
                Write(writer, log);
            }

            if (state.Hash is { } hash) writer.WriteString("hash", hash);
            if (shapesHash is not null) writer.WriteString("shapes", shapesHash);
            List<OplogMark> marks = [];
            writer.WriteStartArray("models");
            foreach (ModelCopy model in state.Models)
            {
                if (shapesHash is not null && IsPlain(model, state.Log)) writer.WriteStringValue(model.Name);
                else Write(writer, model, marks, hasShape: shapesHash is null);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("marks");
            foreach (OplogMark mark in marks) Write(writer, mark);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads what <see cref="Write(CopyState, string?)"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shapes">The shapes, if they are stored apart.</param>
    /// <exception cref="FormatException">It is something else.</exception>
    internal static CopyState Read(string text, string? shapes = null)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            if (root.Count("mirror") != Version) throw new FormatException("it has another version");
            OplogMark? log = root.Member("log") is { ValueKind: not JsonValueKind.Undefined } last ? Mark(last) : null;
            OplogMark[] marks = [.. root.Items("marks").Select(Mark)];
            IReadOnlyDictionary<string, ModelShape>? apart = root.Text("shapes") is { } hash ? ShapesText.Read(shapes, hash) : null;
            IEnumerable<ModelCopy> models = root.Items("models").Select(model => model.ValueKind == JsonValueKind.String
                ? new ModelCopy(model.GetString()!, MirrorPhase.Following) { Position = log }
                : Model(model, marks));
            if (apart is not null) models = models.Select(model => model with { Shape = apart.GetValueOrDefault(model.Name) });
            return new CopyState(log, root.Text("hash"), [.. models])
            {
                Step = root.Count("step") ?? throw new FormatException("it has no step"),
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new FormatException("it is not JSON", fault);
        }
    }

    /// <summary>Writes the members of a shape.</summary>
    internal static void Write(Utf8JsonWriter writer, ModelShape shape)
    {
        if (shape.Display is { } display) writer.WriteString("display", display);
        writer.WriteStartObject("fields");
        foreach ((string name, string type) in shape.Fields) writer.WriteString(name, type);
        writer.WriteEndObject();
    }

    /// <summary>Reads a shape from the object that has its members; null if it has none.</summary>
    internal static ModelShape? Shape(JsonElement model) => model.Member("fields").ValueKind == JsonValueKind.Object
        ? new ModelShape(model.Text("display"), Fields(model.Members("fields")))
        : null;

    // The start of the last load no longer matters to a model that follows.
    private static bool IsPlain(ModelCopy model, OplogMark? log)
        => model is { Phase: MirrorPhase.Following, CatchUpTo: null, Mode: LoadMode.Ranges, Fields.IsEmpty: true } && model.Position == log;

    private static void Write(Utf8JsonWriter writer, ModelCopy model, List<OplogMark> marks, bool hasShape)
    {
        writer.WriteStartObject();
        writer.WriteString("name", model.Name);
        writer.WriteString("phase", Word(model.Phase));
        Write(writer, "start", model.Start, marks);
        Write(writer, "position", model.Position, marks);
        Write(writer, "catch_up_to", model.CatchUpTo, marks);
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
        if (hasShape && model.Shape is { } shape) Write(writer, shape);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, OplogMark? mark, List<OplogMark> marks)
    {
        if (mark is null) return;
        int index = marks.IndexOf(mark);
        if (index < 0)
        {
            index = marks.Count;
            marks.Add(mark);
        }

        writer.WriteNumber(name, index);
    }

    private static void Write(Utf8JsonWriter writer, OplogMark mark)
    {
        writer.WriteStartObject();
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

    private static ModelCopy Model(JsonElement model, OplogMark[] marks) => new(
        model.Text("name") ?? throw new FormatException("a model has no name"),
        model.Text("phase") switch
        {
            "loading" => MirrorPhase.Loading,
            "catching-up" => MirrorPhase.CatchingUp,
            "following" => MirrorPhase.Following,
            _ => throw new FormatException("a model has no phase"),
        })
    {
        Start = Mark(model, "start", marks),
        Position = Mark(model, "position", marks),
        CatchUpTo = Mark(model, "catch_up_to", marks),
        Mode = model.Text("mode") switch
        {
            null => LoadMode.Ranges,
            "collecting" => LoadMode.CollectingRanges,
            "passes" => LoadMode.Passes,
            _ => throw new FormatException("a model is loaded in an unknown way"),
        },
        Loaded = new LoadedSpans(model.Text("loaded_up_to"), model.Flag("loaded") == true, [.. model.Items("loaded_above").Select(Span)]),
        Fields = [.. model.Items("load_fields").Select(static field => field.GetString()!)],
        Shape = Shape(model),
    };

    private static ImmutableSortedDictionary<string, string> Fields(IEnumerable<JsonProperty> fields)
        => fields.ToImmutableSortedDictionary(
            static field => field.Name, static field => field.Value.GetString() ?? "", StringComparer.Ordinal);

    private static IdSpan Span(JsonElement span)
        => span.ValueKind == JsonValueKind.Array && span.GetArrayLength() == 2
            ? new IdSpan(span[0].GetString(), span[1].GetString())
            : throw new FormatException("a range has no two ends");

    private static OplogMark? Mark(JsonElement model, string name, OplogMark[] marks)
    {
        if (model.Member(name).ValueKind == JsonValueKind.Undefined) return null;
        return model.Count(name) is { } index && index >= 0 && index < marks.Length
            ? marks[index]
            : throw new FormatException($"'{name}' is not one of its marks");
    }

    private static OplogMark Mark(JsonElement mark) => new(
        Sequence(mark, "sequence") ?? throw new FormatException("a mark has no sequence"),
        mark.Text("id") ?? throw new FormatException("a mark has no id"),
        mark.Time("at"));

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
