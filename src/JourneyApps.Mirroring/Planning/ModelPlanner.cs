using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Rows;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Planning;

/// <summary>Plans the tables of one model.</summary>
/// <param name="model">The model.</param>
/// <param name="wantsHistory">Whether a table of versions is kept.</param>
/// <param name="known">What the catalog knows; null if it is a new model.</param>
/// <param name="tables">The tables that exist in the database, by name.</param>
/// <param name="dialect">The SQL.</param>
/// <param name="now">The time of retiring.</param>
internal sealed class ModelPlanner(
    Model model, bool wantsHistory, CatalogModel? known, IReadOnlyDictionary<string, DatabaseTable> tables, SqlDialect dialect,
    DateTimeOffset now)
{
    private readonly CopyTable _copy = CopyTable.Of(model);
    private readonly HashSet<string> _renamed = new(StringComparer.OrdinalIgnoreCase);
    private CatalogModel _after = known ?? new CatalogModel(model.Name, CopyTable.Of(model).Name);

    public List<MirrorPlanStep> Steps { get; } = [];

    public List<PlannedIndex> Indexes { get; } = [];

    public List<RetiringColumn> Retiring { get; } = [];

    /// <summary>What is in the way; null if nothing is.</summary>
    public MirrorDecision? Obstacle { get; private set; }

    public bool IsLoaded { get; private set; } = known is not { RetiredAt: null };

    public CatalogModel Plan()
    {
        if (_copy.Columns.Count > dialect.MaxColumns)
        {
            Obstacle = new MirrorDecision(
                $"The table of the model '{model.Name}' would have more columns than {dialect.Name} allows: "
                + FormattableString.Invariant($"{_copy.Columns.Count} instead of {dialect.MaxColumns}. ")
                + "Name the other models in the options of the mirror.")
            {
                Model = model.Name,
            };
            return _after;
        }

        if (known is null) AddTable(_copy.Name, "Objects");
        else DiffColumns();
        if (Obstacle is not null) return _after;
        _after = _after with { Label = model.Label, RetiredAt = null };
        if (wantsHistory && !_after.HasHistory)
        {
            AddTable(_copy.HistoryName, "Versions");
            if (Obstacle is not null) return _after;
            _after = _after with { HasHistory = true };
        }

        Describe();
        PlanLabels();
        PlanIndexes();
        return _after;
    }

    private bool Exists(string table) => tables.ContainsKey(table);

    private bool Exists(string table, string column)
        => tables.TryGetValue(table, out DatabaseTable? found) && found.Columns.Contains(column, StringComparer.OrdinalIgnoreCase);

    private void AddTable(string name, string what)
    {
        var layout = new RowLayout(_copy);
        SqlTable table = name == _copy.Name ? layout.Table : layout.History;
        if (Exists(name))
        {
            // With Ddl.None, somebody ran the printed statement.
            if (table.Columns.All(column => Exists(name, column.Name))) return;
            Obstacle = new MirrorDecision(
                $"There is already a table, view or index '{name}' that the mirror did not create. Rename or drop it, or leave the model "
                + $"'{model.Name}' out of the copy.")
            {
                Model = model.Name,
            };
            return;
        }

        Add(dialect.CreateTable(table), $"{what} of the model '{model.Name}'");
    }

    private void DiffColumns()
    {
        foreach (CopyColumn column in _copy.Columns)
        {
            SqlColumn wanted = RowLayout.SqlColumnOf(column);
            CatalogColumn? same = _after.Columns.FirstOrDefault(
                other => string.Equals(other.Name, column.Name, StringComparison.OrdinalIgnoreCase));
            if (same is not null && (same.Kind != column.Kind || same.Name != column.Name)) same = Rename(same);
            else if (same is { IsActive: false }) Revive(same, column);
            if (same is null) AddColumn(wanted, column);
        }

        foreach (CatalogColumn gone in _after.Columns.Where(column => column.IsActive && !IsWanted(column.Name)).ToArray())
        {
            _after = _after.With(gone.Name, gone with { RetiredAt = now });
            Retiring.Add(new RetiringColumn(model.Name, _after.Table, gone.Name, gone.Name));
        }
    }

    private bool IsWanted(string column) => _copy.Columns.Any(wanted => wanted.Name == column);

    /// <summary>Frees the name of a column for the field's present type. Views and indexes follow the old column.</summary>
    private CatalogColumn? Rename(CatalogColumn column)
    {
        string name = FreeName(column.OriginalName);
        if (column.IsIndexed)
        {
            SqlStatement drop = dialect.DropIndex(CopyIndexes.NameOf(_after.Table, column.Name), _after.Table);
            AddOptional(drop, $"The index of '{column.Name}' gets a new column");
        }

        foreach (string table in _after.Tables)
        {
            // Otherwise, somebody ran the printed statement.
            if (Exists(table, name)) continue;
            Add(dialect.RenameColumn(table, column.Name, name), $"The field '{column.Field ?? column.Name}' has another type now");
            _renamed.Add(column.Name);
        }

        CatalogColumn retired = column with { Name = name, RetiredAt = column.RetiredAt ?? now, IsIndexed = false, LabelPosition = null };
        _after = _after.With(column.Name, retired);
        if (column.IsActive) Retiring.Add(new RetiringColumn(model.Name, _after.Table, column.Name, name));
        IsLoaded = true;
        return null;
    }

    // Some databases ignore case in the names of columns.
    private string FreeName(string column)
    {
        int number = 1;
        while (IsTaken(CopyNames.Retired(column, number))) number++;
        return CopyNames.Retired(column, number);

        bool IsTaken(string name) => _after.Columns.Any(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    // What the column has is from the time before the field was removed. The values of the field that comes back are read.
    private void Revive(CatalogColumn column, CopyColumn wanted)
    {
        string quoted = dialect.Quote(column.Name);
        var statement = new SqlStatement($"UPDATE {dialect.Qualify(_after.Table)} SET {quoted} = NULL WHERE {quoted} IS NOT NULL");
        MirrorPlanStep step = Step(statement, $"The field '{wanted.Element}' is in the data model again; its values are read");
        Steps.Add(step with { IsRequired = false, ChangesRows = true });
        _after = _after.With(column.Name, column with { RetiredAt = null });
    }

    private void AddColumn(SqlColumn column, CopyColumn wanted)
    {
        foreach (string table in _after.Tables)
        {
            // After a renaming, the database still has the old column under the name.
            if (!Exists(table, column.Name) || _renamed.Contains(column.Name))
                Add(dialect.AddColumn(table, column), wanted.Element is null ? "A column of every table" : $"The field '{wanted.Element}'");
        }

        CatalogColumn? labelled = known?.Columns.FirstOrDefault(other => other.Name == column.Name && other.LabelPosition is not null);
        _after = _after.With(column.Name, new CatalogColumn(column.Name, column.Kind) { LabelPosition = labelled?.LabelPosition });
    }

    /// <summary>Takes over what the data model says about the columns.</summary>
    private void Describe()
    {
        foreach (CopyColumn column in _copy.Columns)
        {
            Field? field = model.Fields.FirstOrDefault(field => field.Name == column.Element);
            bool isLink = column.LinkedModel is not null;
            CatalogColumn described = (_after.Active(column.Name) ?? new CatalogColumn(column.Name, column.Kind)) with
            {
                Source = column.Source.ToString(),
                Field = column.Element,
                Type = isLink ? "belongs-to" : field is null ? null : FieldTypeInfo.Of(field.Type).Word,
                Label = isLink ? null : field?.Label,
                LinkedModel = column.LinkedModel,
            };
            _after = _after.With(column.Name, described);
        }
    }

    /// <summary>The view of labels. Its columns stay in their order for ever, so that it can be replaced below other views.</summary>
    private void PlanLabels()
    {
        int last = _after.Columns.Max(static column => column.LabelPosition) ?? 0;
        foreach (CopyColumn column in _copy.Columns)
        {
            if (!HasOptions(column) || _after.Active(column.Name) is not { LabelPosition: null } unplaced) continue;
            _after = _after.With(column.Name, unplaced with { LabelPosition = ++last });
        }

        if (last == 0) return;
        string nothing = $"CAST(NULL AS {dialect.ColumnType(new SqlColumn("label", CopyColumnKind.Text))})";
        IEnumerable<string> labels = _after.Columns.Where(static column => column.LabelPosition is not null)
            .OrderBy(static column => column.LabelPosition)
            .Select(column => (column.IsActive && HasOptions(column) ? LabelOf(column) : nothing)
                + $" AS {dialect.Quote(column.OriginalName)}");
        string select = $"SELECT t.id,\n  {string.Join(",\n  ", labels)}\nFROM {dialect.Qualify(_after.Table)} t";
        if (select == _after.LabelsView) return;
        foreach (SqlStatement statement in dialect.ReplaceView(_copy.LabelsName, select))
            AddOptional(statement, $"The labels of the options of the model '{model.Name}'");
        _after = _after with { LabelsView = select };
    }

    private string LabelOf(CatalogColumn column)
        => dialect.LabelOf(new SqlColumn(column.Name, column.Kind), model.Name, column.Field!);

    private bool HasOptions(CopyColumn column) => column.Source == CopyColumnSource.Field && HasOptions(column.Element);

    private bool HasOptions(CatalogColumn column) => HasOptions(column.Field);

    private bool HasOptions(string? field)
        => model.Fields.FirstOrDefault(other => other.Name == field) is { } found && FieldTypeInfo.Of(found.Type).HasOptions;

    private void PlanIndexes()
    {
        foreach (CopyColumn column in _copy.Columns.Where(static column => column.IsIndexed))
        {
            if (_after.Active(column.Name) is not { IsIndexed: false }) continue;
            string name = CopyIndexes.NameOf(_after.Table, column.Name);
            SqlStatement statement = dialect.CreateIndex(name, _after.Table, column.Name, isFilled: true);
            MirrorPlanStep step = Step(statement, $"The link '{column.Element}', when the model is loaded") with { IsRequired = false };
            Indexes.Add(new PlannedIndex(model.Name, column.Name, step));
        }
    }

    private void Add(SqlStatement statement, string reason) => Steps.Add(Step(statement, reason));

    private void AddOptional(SqlStatement statement, string reason) => Steps.Add(Step(statement, reason) with { IsRequired = false });

    private MirrorPlanStep Step(SqlStatement statement, string reason)
        => new(statement.Text, reason) { Model = model.Name, RunsAlone = statement.RunsAlone };
}
