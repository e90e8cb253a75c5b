namespace JourneyApps.Tool.Tests;

/// <summary>The data models of the tests.</summary>
internal static class Schemas
{
    public const string Jobs = """
        <?xml version="1.0" encoding="UTF-8"?>
        <data-model>
          <model name="job" label="Job">
            <field name="title" label="Title" type="text"/>
            <field name="state" label="State" type="single-choice">
              <option key="new">New</option>
              <option key="busy">In progress</option>
            </field>
            <field name="cost" label="Cost" type="number"/>
            <field name="tags" label="Tags" type="multiple-choice">
              <option key="a">A</option>
              <option key="b;c">B or C</option>
            </field>
            <field name="where" label="Where" type="location"/>
            <field name="due" label="Due" type="date"/>
            <field name="billable" label="Billable" type="boolean"/>
            <field name="photo" label="Photo" type="photo"/>
            <belongs-to model="site"/>
            <display>{title}</display>
          </model>
          <model name="site" label="Site">
            <field name="name" label="Name" type="text"/>
            <has-many model="job" name="jobs"/>
            <display>{name}</display>
          </model>
        </data-model>
        """;

    /// <summary>An unknown field type on line 4, an unknown element on line 5.</summary>
    public const string Faulty = """
        <?xml version="1.0" encoding="UTF-8"?>
        <data-model>
          <model name="job" label="Job">
            <field name="title" label="Title" type="txt"/>
            <colour/>
            <display>{title}</display>
          </model>
        </data-model>
        """;
}
