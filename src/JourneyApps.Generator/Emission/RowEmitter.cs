namespace JourneyApps.Generator.Emission;

/// <summary>Writes the record of a model's row in a copy. Its attributes are those of the framework, so that projects without an
/// object-relational mapper compile it too.</summary>
internal static class RowEmitter
{
    /// <summary>Writes the record.</summary>
    public static void Emit(CodeWriter writer, ModelSpec model, RowSpec row, string access)
    {
        writer.Line();
        writer.Line("/// <summary>A row of <see cref=\"", model.Names.Class, "\"/> in a copy of the app in a database.</summary>");
        writer.Line(FileHeader.GeneratedCode);
        writer.Write("[_a.Schema.Table(");
        writer.Literal(row.Table);
        writer.Line(")]");
        writer.Line(access, " sealed partial record ", row.Name);
        writer.Open();
        foreach (RowColumnSpec column in row.Columns) Column(writer, column);
        foreach (RowPlaceSpec place in row.Places) Place(writer, place);
        foreach (RowLinkSpec link in row.Links) Link(writer, link);
        foreach (RowHasManySpec many in row.HasMany) HasMany(writer, many);
        Equality(writer, row);
        writer.Line("/// <summary>Table and id.</summary>");
        writer.Part("public override string ToString() => ");
        writer.Literal(row.Table + " ");
        writer.Line(" + Id;");
        writer.Close();
    }

    private static void Column(CodeWriter writer, RowColumnSpec column)
    {
        writer.Write("/// <summary>");
        Summary(writer, column);
        writer.Line("</summary>");
        bool isKey = column.Column is { Source: CopyColumnSource.Metadata, Kind: CopyColumnKind.Id };
        writer.Write(isKey ? "[_a.Key, _a.Schema.Column(" : "[_a.Schema.Column(");
        writer.Literal(column.Column.Name);
        writer.Line(")]");
        writer.Write("public ");
        WriteType(writer, column);
        writer.Line(isKey ? " " : "? ", column.Property, " { get; init; }");
    }

    private static void Summary(CodeWriter writer, RowColumnSpec column)
    {
        switch (column.Column.Source)
        {
            case CopyColumnSource.Metadata when column.Column.Kind == CopyColumnKind.Id:
                writer.Write("The object's id.");
                break;
            case CopyColumnSource.Metadata when column.Column.Kind == CopyColumnKind.DateTime:
                writer.Write("The last change on the server, in UTC.");
                break;
            case CopyColumnSource.Metadata:
                writer.Write("The display text at the object's last change.");
                break;
            case CopyColumnSource.Link:
                writer.Part("Id of the <see cref=\"", column.TargetClass!, "\"/> of <c>", column.Column.Element!, "</c>.");
                break;
            case CopyColumnSource.Sequence:
                writer.Write("The sequence of the object's last change in the oplog; null if it was loaded and did not change since.");
                break;
            case CopyColumnSource.DeletedAt:
                writer.Write("When the object was deleted, in UTC; null if it was not.");
                break;
            case CopyColumnSource.Other:
                writer.Write("A JSON object of the members that the data model did not name; null if there were none.");
                break;
            default:
                writer.Label(column.Label, column.Column.Element!);
                writer.Part(" <c>", column.Column.Element!, "</c>, ", FieldTypeInfo.Of(column.Field!.Type).Word);
                writer.Write(column.Column.Source == CopyColumnSource.FileId ? ": the id of the file."
                    : column.Column.Source == CopyColumnSource.FileState ? ": the state of the file, such as <c>uploaded</c>."
                    : column.Column.Part is { } part ? ": " + part + "."
                    : column.Column.Kind == CopyColumnKind.Json ? ": JSON."
                    : ".");
                break;
        }
    }

    private static void WriteType(CodeWriter writer, RowColumnSpec column)
    {
        if (column.TargetClass is { } target)
        {
            writer.Part("_j.Id<", target, ">");
            return;
        }

        if (column.Field?.Enum is { } choice)
        {
            writer.Part(FieldCode.Of(column.Field.Type).ValueType, choice, ">");
            return;
        }

        writer.Write(column.Column.Kind switch
        {
            CopyColumnKind.Integer => "int",
            CopyColumnKind.BigInteger => "long",
            CopyColumnKind.Number => "double",
            CopyColumnKind.Boolean => "bool",
            CopyColumnKind.Date => "_s.DateOnly",
            CopyColumnKind.DateTime => "_s.DateTimeOffset",
            _ => "string",
        });
    }

    private static void Place(CodeWriter writer, RowPlaceSpec place)
    {
        writer.Write("/// <summary>");
        writer.Label(place.Label, place.SchemaName);
        writer.Line(" <c>", place.SchemaName, "</c>, location: degrees, metres. Queries use its columns.</summary>");
        writer.Line("[_a.Schema.NotMapped]");
        writer.Part("public _j.Location? ", place.Property, " => ", place.Parts[0], " is { } latitude && ", place.Parts[1]);
        writer.Line(" is { } longitude");
        writer.Indent();
        writer.Line("? new _j.Location(latitude, longitude, ",
            place.Parts[2], ", ", place.Parts[3], ", ", place.Parts[4], ", ", place.Parts[5] + ")");
        writer.Line(": null;");
        writer.Outdent();
    }

    private static void Link(CodeWriter writer, RowLinkSpec link)
    {
        writer.Line("/// <summary>The row of <see cref=\"", link.IdProperty, "\"/>; null if it is not loaded or does not exist.</summary>");
        writer.Line("[_a.Schema.ForeignKey(\"", link.IdProperty, "\")]");
        writer.Line("public ", link.TargetRow, "? ", link.Property, " { get; init; }");
    }

    private static void HasMany(CodeWriter writer, RowHasManySpec many)
    {
        writer.Part("/// <summary>The rows of <c>", many.SchemaName, "</c> whose <see cref=\"", many.TargetRow, ".", many.Inverse);
        writer.Line("\"/> is this row; empty if they are not loaded.</summary>");
        writer.Line("[_a.Schema.InverseProperty(\"", many.Inverse, "\")]");
        writer.Part("public _s.Collections.Generic.ICollection<", many.TargetRow, "> ", many.Property, " { get; init; } = new ");
        writer.Line("_s.Collections.Generic.List<", many.TargetRow, ">();");
    }

    // Rows refer to each other in circles, which the equality of a record would follow for ever.
    private static void Equality(CodeWriter writer, RowSpec row)
    {
        writer.Line("/// <summary>Whether both rows have the same values. Rows that they refer to are not compared.</summary>");
        writer.Line("public bool Equals(", row.Name, "? other) => (object)this == other || (other is not null");
        writer.Indent();
        foreach (RowColumnSpec column in row.Columns)
        {
            bool isSet = column.Field is { } field && FieldTypeInfo.Of(field.Type).IsMultiple;
            if (isSet) writer.Line("&& object.Equals(", column.Property, ", other.", column.Property, ")");
            else writer.Line("&& ", column.Property, " == other.", column.Property);
        }

        writer.Outdent();
        writer.Line(");");
        writer.Line("/// <summary>A hash of the id and the last change.</summary>");
        writer.Line("public override int GetHashCode() => _s.HashCode.Combine(Id, UpdatedAt);");
    }
}
