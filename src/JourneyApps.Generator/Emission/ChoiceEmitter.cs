using System.Globalization;

namespace JourneyApps.Generator.Emission;

/// <summary>Writes the enums of a model's choice fields, each with an attribute for its keys and labels.</summary>
internal static class ChoiceEmitter
{
    /// <summary>Writes the enums.</summary>
    public static void Emit(CodeWriter writer, ModelSpec model, string access)
    {
        foreach (FieldSpec field in model.Fields)
        {
            if (field.Enum is not null) Enum(writer, model, field, field.Enum, access);
        }
    }

    private static void Enum(CodeWriter writer, ModelSpec model, FieldSpec field, string name, string access)
    {
        bool integers = FieldTypeInfo.Of(field.Type).HasIntegerKeys;
        writer.Line("/// <summary>Options of <see cref=\"", model.Names.Class, ".", field.Property, "\"/>.</summary>");
        writer.Line(FileHeader.GeneratedCode);
        writer.Line("[_c(typeof(_p.KeyConverter<", name, ">))]");
        Table(writer, field.Options, integers);
        writer.Line(access, " enum ", name, integers && NeedsLong(field.Options) ? " : long" : "");
        writer.Open();
        foreach (OptionSpec option in field.Options)
        {
            writer.Write("/// <summary>");
            writer.Label(option.Label, DocText.IsVisible(option.Key) ? option.Key : option.Member);
            writer.Line("</summary>");
            writer.Write(option.Member);
            if (integers) writer.Part(" = ", option.Number.GetValueOrDefault().ToString(CultureInfo.InvariantCulture));
            writer.Line(",");
        }

        writer.Close();
        writer.Line();
    }

    private static void Table(CodeWriter writer, EquatableArray<OptionSpec> options, bool integers)
    {
        writer.Write("[_p.Options(");
        // Keys that are numbers tell the runtime that the field stores numbers; a choice without options needs one as well.
        if (integers && options.Count == 0) writer.Write('0');
        for (int i = 0; i < options.Count; i++)
        {
            if (i > 0) writer.Write(", ");
            if (integers) writer.Write(options[i].Number.GetValueOrDefault().ToString(CultureInfo.InvariantCulture));
            else writer.Literal(options[i].Key);
            writer.Write(", ");
            writer.Literal(options[i].Label);
        }

        writer.Line(")]");
    }

    private static bool NeedsLong(EquatableArray<OptionSpec> options)
    {
        foreach (OptionSpec option in options)
        {
            if (option.Number is < int.MinValue or > int.MaxValue) return true;
        }

        return false;
    }
}
