using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>The shapes of the models of a copy as a separate text. They are large and seldom change, so a checkpoint contains their hash
/// only.</summary>
/// <param name="Text">One line of JSON.</param>
/// <param name="Hash">What a checkpoint contains of it.</param>
/// <param name="Shapes">The shapes in the order of the models.</param>
internal sealed record ShapesText(string Text, string Hash, ImmutableArray<(string Model, ModelShape? Shape)> Shapes)
{
    /// <summary>The text for a copy.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="last">The last text of the same copy, which is returned if nothing changed.</param>
    public static ShapesText Of(CopyState copy, ShapesText? last)
    {
        if (last is not null && IsSame(copy, last)) return last;
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (ModelCopy model in copy.Models)
            {
                if (model.Shape is not { } shape) continue;
                writer.WriteStartObject(model.Name);
                CopyStateText.Write(writer, shape);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        string text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        return new ShapesText(text, HashOf(text), [.. copy.Models.Select(static model => (model.Name, model.Shape))]);
    }

    /// <summary>The shapes by model.</summary>
    /// <param name="text">The text; null if none was stored.</param>
    /// <param name="hash">What the checkpoint contains of it.</param>
    /// <exception cref="FormatException">It is another text.</exception>
    public static IReadOnlyDictionary<string, ModelShape> Read(string? text, string hash)
    {
        if (text is null || HashOf(text) != hash) throw new FormatException("the shapes of the models are not those of the checkpoint");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.EnumerateObject().ToDictionary(
            static model => model.Name, static model => CopyStateText.Shape(model.Value)!, StringComparer.Ordinal);
    }

    private static bool IsSame(CopyState copy, ShapesText last)
    {
        if (copy.Models.Length != last.Shapes.Length) return false;
        for (int i = 0; i < copy.Models.Length; i++)
        {
            ModelCopy model = copy.Models[i];
            if (model.Name != last.Shapes[i].Model || !ReferenceEquals(model.Shape, last.Shapes[i].Shape)) return false;
        }

        return true;
    }

    private static string HashOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0, 16);
}
